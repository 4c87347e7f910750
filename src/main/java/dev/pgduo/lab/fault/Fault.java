package dev.pgduo.lab.fault;

import dev.pgduo.lab.Lab;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failure that a pair can have. It keeps nothing itself: what must be known to prove and to heal it is in the scene's notes, which are on
 * disk before the fault is injected, so that any pgduo can go on where another one was killed.
 */
public interface Fault {
    /** Its name, and what there is to know about it. */
    FaultCard card();

    /** Why this lab cannot have it, and what comes nearest; empty when it can. */
    default Optional<Unavailable> unavailable(Lab lab) {
        return Optional.empty();
    }

    /** Whether it needs a standby that streams when it begins. */
    default boolean needsStream() {
        return false;
    }

    /** The arguments that make another fault of it, each to be proven: the usual ones unless there are others. */
    default List<Map<String, String>> variants() {
        return List.of(Map.of());
    }

    /** Does it. Evidence is somebody else's business, and an error is for what keeps it from being tried. */
    void inject(Scene scene);

    /** What must be seen before anybody may say that it happened. */
    Evidence evidence(Scene scene);

    /** Puts right what it has done, also when it was done by halves. */
    void heal(Scene scene);

    /** Whether nothing of it is left. */
    boolean healed(Scene scene);

    /** Whether it is over without anybody's help, as far as a look tells that asks no server. */
    default boolean passed(Scene scene) {
        return false;
    }

    /** Ends it before both nodes are stopped for good. */
    default void end(Scene scene) {
        heal(scene);
    }

    /**
     * Why a fault cannot be had: sentences.
     *
     * @param nearest what shows most of it instead
     */
    record Unavailable(String reason, String nearest) {}
}
