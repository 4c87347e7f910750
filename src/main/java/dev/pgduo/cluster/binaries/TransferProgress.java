package dev.pgduo.cluster.binaries;

/** Receives the progress of a slow transfer. Called often, by any thread, but never by two at a time. */
public interface TransferProgress {
    /** Nobody listens. */
    TransferProgress NONE = (doing, done, total) -> {};

    /**
     * More is done.
     *
     * @param doing what, for a person: {@code downloading PostgreSQL 18.6}
     * @param done bytes
     * @param total bytes in all; {@code done} reaches it at the end
     */
    void at(String doing, long done, long total);

    /** Who listens where only a drawing is wanted: nobody, when there is no terminal to draw on. */
    default TransferProgress drawn() {
        return NONE;
    }

    /** Nothing more comes, whether all is done or it failed. */
    default void ended() {}
}
