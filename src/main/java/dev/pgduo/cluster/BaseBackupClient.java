package dev.pgduo.cluster;

import java.nio.file.Path;

/** A program or a piece of code that takes base backups. */
public interface BaseBackupClient {
    /**
     * Fills an empty directory with a copy of the source. An interrupt of this thread ends it; what has come so far is then left
     * behind for the caller to remove.
     *
     * @throws dev.pgduo.report.LabException when it fails
     */
    void take(Endpoint source, Path directory, BackupOptions options);

    /** What a student would type. */
    String commandLine(Endpoint source, Path target, BackupOptions options);
}
