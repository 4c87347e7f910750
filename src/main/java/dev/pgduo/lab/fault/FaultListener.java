package dev.pgduo.lab.fault;

import dev.pgduo.cluster.quantity.NodeName;

/** Hears the commands of a fault as a student would type them. */
public interface FaultListener {
    /** For whom nobody watches. */
    FaultListener NONE = new FaultListener() {
        @Override
        public void command(NodeName node, String line) {}

        @Override
        public void statement(NodeName node, String sql) {}
    };

    /** A line at a node's OS prompt that is about to run. */
    void command(NodeName node, String line);

    /** A statement that a node is about to get. */
    void statement(NodeName node, String sql);

    /** Something that it has to say about what it does. */
    default void remark(String words) {}
}
