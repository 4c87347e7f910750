package dev.pgduo.cluster.quantity;

import org.jspecify.annotations.Nullable;

/** The HINT of a command that is not possible in a node's state: the state, and the next command. */
public final class NextStep {
    private NextStep() {}

    /** The HINT for a node that has to run; null when it does. */
    public static @Nullable String toRun(NodeName node, NodeState state) {
        return switch (state.status()) {
            case EMPTY ->
                "Node " + node + " is empty: \"init " + node + "\" makes a cluster of its own, " + copy(node)
                        + " a copy of node " + node.other() + ".";
            case STOPPED -> "Node " + node + " is stopped; \"start " + node + "\" starts it.";
            case CRASHED -> "Node " + node + " has crashed; \"start " + node + "\" recovers and starts it.";
            case DAMAGED ->
                "Node " + node + " is damaged"
                        + state.damage().map(damage -> ": " + damage).orElse("") + "; " + copy(node)
                        + " makes it a copy of node " + node.other() + ".";
            case STARTING -> "Node " + node + " is starting; \"log " + node + "\" shows how far it is.";
            case STOPPING -> "Node " + node + " is stopping; \"log " + node + "\" shows what it waits for.";
            case RUNNING_PRIMARY, RUNNING_STANDBY -> null;
        };
    }

    /** The HINT for a node that has a database cluster already, so that none can be created; null when it has none. */
    public static @Nullable String withCluster(NodeName node, NodeState state) {
        return state.status().running()
                ? "Node " + node + " is running already; \"psql " + node + "\" leads to it."
                : toRun(node, state);
    }

    /** The HINT for a node that must not run. */
    public static String toStop(NodeName node) {
        return "Stop it first: \"stop " + node + "\".";
    }

    private static String copy(NodeName node) {
        return "\"basebackup --from " + node.other() + " --to " + node + "\"";
    }
}
