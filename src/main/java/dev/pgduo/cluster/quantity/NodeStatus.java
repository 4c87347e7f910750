package dev.pgduo.cluster.quantity;

import java.util.Locale;

/** Whether and how a node runs. */
public enum NodeStatus {
    /** There is no database cluster in the data directory. */
    EMPTY,
    /** Shut down cleanly. */
    STOPPED,
    /** Not running although the control file says so: the next start performs crash recovery. */
    CRASHED,
    /** Not running, and a file that identifies the cluster is missing or damaged: no server starts. */
    DAMAGED,
    STARTING,
    STOPPING,
    RUNNING_PRIMARY,
    RUNNING_STANDBY;

    public boolean running() {
        return this == RUNNING_PRIMARY || this == RUNNING_STANDBY;
    }

    /** Whether a start or stop is under way. */
    public boolean changing() {
        return this == STARTING || this == STOPPING;
    }

    /** The text for messages: {@code running standby} and so on. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
