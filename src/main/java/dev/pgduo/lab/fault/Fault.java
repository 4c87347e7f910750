package dev.pgduo.lab.fault;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.PairPicture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failure that a pair can have. It keeps nothing itself: what must be known to prove and to heal it is in the scene's notes, which are on
 * disk before the fault is injected, so that any pgduo can go on where another one was killed.
 */
public interface Fault {
    /** Its name and description. */
    FaultCard card();

    /** Why it cannot be injected into this lab, and which fault comes nearest; empty when it can. */
    default Optional<Unavailable> unavailable(Lab lab) {
        return Optional.empty();
    }

    /** Whether a standby must be streaming when it is injected. */
    default boolean needsStream() {
        return false;
    }

    /** The sets of arguments that the self-test injects it with; one without arguments by default. */
    default List<Map<String, String>> variants() {
        return List.of(Map.of());
    }

    /** Injects the fault. The caller looks for the evidence; an exception means that the fault could not be tried. */
    void inject(Scene scene);

    /** The evidence that must be found before the fault counts as injected. */
    Evidence evidence(Scene scene);

    /** Repairs the effects of the fault, also when it was injected only in part. */
    void heal(Scene scene);

    /**
     * Whether healing it can succeed with the pair as it is: a node that only has to be started is not, when the other one has gone on
     * without it.
     */
    default boolean curable(PairPicture picture, NodeName node) {
        return true;
    }

    /** Whether no effect of it is left. */
    boolean healed(Scene scene);

    /** Whether the fault has ended by itself, as far as can be seen without asking a server. */
    default boolean passed(Scene scene) {
        return false;
    }

    /** Ends the fault before both nodes are stopped. */
    default void end(Scene scene) {
        heal(scene);
    }

    /**
     * Why a fault cannot be injected.
     *
     * @param reason in whole sentences
     * @param nearest the fault that shows most of it instead
     */
    record Unavailable(String reason, String nearest) {}
}
