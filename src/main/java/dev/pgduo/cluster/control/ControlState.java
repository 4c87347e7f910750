package dev.pgduo.cluster.control;

import java.util.Optional;
import java.util.stream.Stream;

/** The states of a cluster in pg_control, in the order of the server's DBState; the same from 9.6 to 18. */
public enum ControlState {
    STARTING_UP(0, "starting up"),
    SHUT_DOWN(1, "shut down"),
    SHUT_DOWN_IN_RECOVERY(2, "shut down in recovery"),
    SHUTTING_DOWN(3, "shutting down"),
    IN_CRASH_RECOVERY(4, "in crash recovery"),
    IN_ARCHIVE_RECOVERY(5, "in archive recovery"),
    IN_PRODUCTION(6, "in production");

    private final int code;
    private final String words;

    ControlState(int code, String words) {
        this.code = code;
        this.words = words;
    }

    int code() {
        return code;
    }

    /** The state with this number; empty for an invalid one. */
    static Optional<ControlState> find(long code) {
        return Stream.of(values()).filter(state -> state.code == code).findFirst();
    }

    /** Whether a server that is not running was shut down cleanly. */
    public boolean clean() {
        return this == SHUT_DOWN || this == SHUT_DOWN_IN_RECOVERY;
    }

    /** Whether a server in this state accepts connections, if it runs. */
    public boolean running() {
        return this == IN_ARCHIVE_RECOVERY || this == IN_PRODUCTION;
    }

    /** pg_controldata's words. */
    @Override
    public String toString() {
        return words;
    }
}
