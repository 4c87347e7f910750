package dev.pgduo.lab.fault;

import dev.pgduo.cluster.quantity.NodeStatus;

/** The node that a fault applies to. */
public enum Side {
    PRIMARY("the primary"),
    STANDBY("the standby"),
    /** The primary when nobody says which. */
    ANY("either node");

    private final String words;

    Side(String words) {
        this.words = words;
    }

    /** Whether a node that does this may be the one. */
    public boolean admits(NodeStatus status) {
        return switch (this) {
            case PRIMARY -> status == NodeStatus.RUNNING_PRIMARY;
            case STANDBY -> status == NodeStatus.RUNNING_STANDBY;
            case ANY -> status.running();
        };
    }

    /** What the node that is meant without a name does. */
    public NodeStatus usual() {
        return this == STANDBY ? NodeStatus.RUNNING_STANDBY : NodeStatus.RUNNING_PRIMARY;
    }

    @Override
    public String toString() {
        return words;
    }
}
