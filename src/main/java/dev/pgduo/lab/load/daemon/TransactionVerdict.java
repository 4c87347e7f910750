package dev.pgduo.lab.load.daemon;

import java.util.Locale;

/** What a client knows of a transaction of its own. */
public enum TransactionVerdict {
    /** The server has said that it is committed. */
    ACKNOWLEDGED,
    /** It is not committed: the server has said so, or was gone before it was asked to commit. */
    REFUSED,
    /** The connection was lost between the question to commit and the answer. */
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
