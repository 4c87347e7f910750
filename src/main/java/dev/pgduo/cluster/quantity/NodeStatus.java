package dev.pgduo.cluster.quantity;

import java.util.Locale;

/** What a node is doing. */
public enum NodeStatus {
    /** There is no database cluster in the data directory. */
    EMPTY,
    /** Shut down cleanly. */
    STOPPED,
    /** Not running, and the control file says that it was: the next start goes through crash recovery. */
    CRASHED,
    /** Not running, and what says which cluster it is is missing or spoilt: no server starts with it. */
    DAMAGED,
    STARTING,
    STOPPING,
    RUNNING_PRIMARY,
    RUNNING_STANDBY;

    public boolean running() {
        return this == RUNNING_PRIMARY || this == RUNNING_STANDBY;
    }

    /** {@code running standby} and so on. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
