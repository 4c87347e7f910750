package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;

/** A record's rest was lost in a crash, and the server wrote on over it. */
final class RecordOverwritten extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Lsn page;

    RecordOverwritten(Lsn page) {
        super("record overwritten at " + page, null, false, false);
        this.page = page;
    }

    /** The page that the log goes on with. */
    Lsn page() {
        return page;
    }
}
