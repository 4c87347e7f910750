package dev.pgduo.lab.fault;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.PairPicture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failure that a pair can have. It has no state of its own: all that is needed to prove and to heal it is in the scene's
 * notes, which are on disk before the fault is injected, so that another pgduo can continue when this one is killed.
 */
public interface Fault {
    /** Its name and description. */
    FaultCard card();

    /** Why the fault cannot be injected into this lab, and the most similar fault; empty when it can be injected. */
    default Optional<Unavailable> unavailable(Lab lab) {
        return Optional.empty();
    }

    /** Whether a standby must be streaming when the fault is injected. */
    default boolean needsStream() {
        return false;
    }

    /** The sets of arguments with which the self-test injects it; by default one set, which is empty. */
    default List<Map<String, String>> variants() {
        return List.of(Map.of());
    }

    /** Injects the fault. The caller waits for the evidence; an exception means that the fault could not be injected. */
    void inject(Scene scene);

    /** The evidence that must be found before the fault counts as injected. */
    Evidence evidence(Scene scene);

    /** Repairs the effects of the fault, also when it was injected only in part. */
    void heal(Scene scene);

    /**
     * Whether healing the fault can succeed in the pair's present state: it cannot where a node has to be started, but the
     * other node has continued as a primary without it.
     */
    default boolean curable(PairPicture picture, NodeName node) {
        return true;
    }

    /** Whether no effect of the fault is left. */
    boolean healed(Scene scene);

    /** Whether the fault has ended by itself, as far as can be seen without asking a server. */
    default boolean passed(Scene scene) {
        return false;
    }

    /** Ends the fault because both nodes are about to be stopped. */
    default void end(Scene scene) {
        heal(scene);
    }

    /**
     * Why a fault cannot be injected.
     *
     * @param reason in whole sentences
     * @param nearest the most similar fault
     */
    record Unavailable(String reason, String nearest) {}
}
