package dev.pgduo.cluster.backup;

/** Hears of a base backup while it is taken; called on any thread. */
public interface BackupListener {
    /** A listener that does nothing. */
    BackupListener NONE = new BackupListener() {};

    /** More data has been received. */
    default void progress(BackupProgress progress) {}

    /** A line that pg_basebackup prints; with {@code -v} there are more of them. */
    default void said(String line) {}
}
