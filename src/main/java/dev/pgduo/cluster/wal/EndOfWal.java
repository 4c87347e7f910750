package dev.pgduo.cluster.wal;

/** The write-ahead log does not go on; the message says what there is instead, in the server's words. */
final class EndOfWal extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of end it is. */
    enum Kind {
        /** Something else than a record. */
        NO_RECORD,
        /** The file with the rest is not there. */
        NO_FILE,
        /** No more was asked for. */
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
