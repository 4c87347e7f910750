package dev.pgduo.lab.fault;

import dev.pgduo.cluster.quantity.NodeName;

/** Hears the commands of a fault as a person would type them. */
public interface FaultListener {
    /** A listener that does nothing. */
    FaultListener NONE = new FaultListener() {
        @Override
        public void command(NodeName node, String line) {}

        @Override
        public void statement(NodeName node, String sql) {}
    };

    /** A command line that is about to be run at a node's OS prompt. */
    void command(NodeName node, String line);

    /** A statement that is about to be executed on a node. */
    void statement(NodeName node, String sql);

    /** A remark of the fault about what it does. */
    default void remark(String words) {}
}
