package dev.pgduo.lab.fault;

import dev.pgduo.cluster.quantity.NodeStatus;

/** The node that a fault applies to. */
public enum Side {
    PRIMARY("the primary"),
    STANDBY("the standby"),
    /** Either node; the primary when none is named. */
    ANY("either node");

    private final String words;

    Side(String words) {
        this.words = words;
    }

    /** Whether the fault can apply to a node of this status. */
    public boolean admits(NodeStatus status) {
        return switch (this) {
            case PRIMARY -> status == NodeStatus.RUNNING_PRIMARY;
            case STANDBY -> status == NodeStatus.RUNNING_STANDBY;
            case ANY -> status.running();
        };
    }

    /** The status of the node that is meant when none is named. */
    public NodeStatus usual() {
        return this == STANDBY ? NodeStatus.RUNNING_STANDBY : NodeStatus.RUNNING_PRIMARY;
    }

    @Override
    public String toString() {
        return words;
    }
}
