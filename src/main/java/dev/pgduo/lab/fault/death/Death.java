package dev.pgduo.lab.fault.death;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.pair.PairPicture;

/** A fault that ends processes of one server; it is over when that server runs. */
interface Death extends Fault {
    @Override
    default void heal(Scene scene) {
        new PairWork(scene).revive(scene.node());
    }

    @Override
    default boolean curable(PairPicture picture, NodeName node) {
        return !picture.leftBehind(node);
    }

    @Override
    default boolean healed(Scene scene) {
        return scene.lab().node(scene.node()).status().status().running();
    }

    @Override
    default boolean passed(Scene scene) {
        return healed(scene);
    }

    /** Does nothing: a node that is down needs no stop, and one that restarts is stopped as any other. */
    @Override
    default void end(Scene scene) {}
}
