package dev.pgduo.cluster.backup;

/** Is told of a base backup while it is taken; on any thread. */
public interface BackupListener {
    /** Nobody. */
    BackupListener NONE = new BackupListener() {};

    /** More has come. */
    default void progress(BackupProgress progress) {}

    /** pg_basebackup says a line; it says more when it is asked to be verbose. */
    default void said(String line) {}
}
