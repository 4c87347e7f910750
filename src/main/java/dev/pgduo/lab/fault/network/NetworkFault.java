package dev.pgduo.lab.fault.network;

import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.Scene;

/** The common part of network faults: they need a streaming standby, and end by removing the link. */
interface NetworkFault extends Fault {
    @Override
    default boolean needsStream() {
        return true;
    }

    @Override
    default void heal(Scene scene) {
        new LinkPath(scene).leave();
    }

    @Override
    default boolean healed(Scene scene) {
        return new LinkPath(scene).left();
    }

    /** Whether the fault has ended, or has never begun. */
    @Override
    default boolean passed(Scene scene) {
        return !new LinkPath(scene).begun();
    }

    @Override
    default void end(Scene scene) {
        new LinkPath(scene).drop();
    }
}
