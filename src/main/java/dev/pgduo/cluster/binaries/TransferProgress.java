package dev.pgduo.cluster.binaries;

/** Receives the progress of a slow transfer. Called often, on any thread, but never on two at the same time. */
public interface TransferProgress {
    /** A listener that does nothing. */
    TransferProgress NONE = (doing, done, total) -> {};

    /**
     * Reports the progress.
     *
     * @param doing a description for messages: {@code downloading PostgreSQL 18.6}
     * @param done bytes so far
     * @param total bytes in total; {@code done} reaches it at the end
     */
    void at(String doing, long done, long total);

    /** The listener for progress that is only of interest on a terminal; it does nothing without one. */
    default TransferProgress drawn() {
        return NONE;
    }

    /** The transfer has ended, complete or failed. */
    default void ended() {}
}
