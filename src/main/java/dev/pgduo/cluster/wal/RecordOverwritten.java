package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;

/** The end of a record was lost in a crash, and the server has written new WAL in its place (an overwritten contrecord). */
final class RecordOverwritten extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Lsn page;

    RecordOverwritten(Lsn page) {
        super("record overwritten at " + page, null, false, false);
        this.page = page;
    }

    /** The page on which the WAL continues. */
    Lsn page() {
        return page;
    }
}
