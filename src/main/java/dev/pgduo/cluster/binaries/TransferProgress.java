package dev.pgduo.cluster.binaries;

/** Hears how far something slow is. Called often, from the thread that does it or another one, never by two at a time. */
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
