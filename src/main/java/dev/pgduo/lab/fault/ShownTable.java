package dev.pgduo.lab.fault;

import dev.pgduo.cluster.quantity.NodeName;

/**
 * A table in which the effect of a fault is shown. When the fault is healed, the other node may be the primary.
 *
 * @param usual the node that is the primary when the fault begins
 */
public record ShownTable(Scene scene, NodeName usual, String name) {
    /** The table for a fault of the primary. */
    public static ShownTable of(Scene scene, String name) {
        return new ShownTable(scene, scene.node(), name);
    }

    public void drop() {
        scene.execute(scene.primary(usual), "drop table if exists " + name);
    }

    public boolean gone() {
        return scene.answers(scene.primary(usual), "select count(*) from pg_class where relname = '" + name + "'", "0");
    }
}
