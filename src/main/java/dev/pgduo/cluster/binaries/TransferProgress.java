package dev.pgduo.cluster.binaries;

/** Receives the progress of a slow transfer. Called often, by any thread, but never by two at a time. */
public interface TransferProgress {
    /** A listener that does nothing. */
    TransferProgress NONE = (doing, done, total) -> {};

    /**
     * Reports the progress.
     *
     * @param doing the kind of work, for a person: {@code downloading PostgreSQL 18.6}
     * @param done bytes
     * @param total bytes in all; {@code done} reaches it at the end
     */
    void at(String doing, long done, long total);

    /** The listener to use where only a drawing on a terminal is wanted; one that does nothing when there is no terminal. */
    default TransferProgress drawn() {
        return NONE;
    }

    /** The transfer has ended, complete or failed. */
    default void ended() {}
}
