package dev.pgduo.lab.load.daemon;

import java.util.Locale;

/** The result of a transaction as its client knows it. */
public enum TransactionVerdict {
    /** The server has confirmed the commit. */
    ACKNOWLEDGED,
    /**
     * The transaction is not committed: the server has reported an error, or the connection was lost before the commit was
     * sent.
     */
    REFUSED,
    /** The connection was lost after the commit was sent and before the answer. */
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
