package dev.pgduo.cluster.wal;

/** The WAL ends here; the message says why, as the server would. */
final class EndOfWal extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reasons for an end. */
    enum Kind {
        /** There is no valid record. */
        NO_RECORD,
        /** The next segment's file does not exist. */
        NO_FILE,
        /** The position is reached up to which WAL was asked for. */
        LIMIT
    }

    private final Kind kind;

    EndOfWal(String message) {
        this(message, Kind.NO_RECORD);
    }

    EndOfWal(String message, Kind kind) {
        super(message, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
