package dev.pgduo.lab.pair;

/** The role that a node's server has, or would have when started. */
public enum Intent {
    /** It accepts writes. */
    PRIMARY,
    /** It replays WAL of another server until it is promoted. */
    STANDBY,
    /** It recovers to a target, and accepts writes afterwards. */
    RECOVERY;

    /** The name of the role for messages. */
    @Override
    public String toString() {
        return this == STANDBY ? "standby" : this == PRIMARY ? "primary" : "recovery";
    }
}
