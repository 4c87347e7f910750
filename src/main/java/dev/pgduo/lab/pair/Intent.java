package dev.pgduo.lab.pair;

/** The role that a node's server has, or would have when started. */
public enum Intent {
    /** It takes writes. */
    PRIMARY,
    /** It replays what another server writes, until it is promoted. */
    STANDBY,
    /** It recovers to a target and takes writes then. */
    RECOVERY;

    /** The word for a person. */
    @Override
    public String toString() {
        return this == STANDBY ? "standby" : this == PRIMARY ? "primary" : "recovery";
    }
}
