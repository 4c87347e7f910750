package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.wire.Endpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    /** The line of pg_basebackup with these options. */
    static String line(Endpoint source, Path target, BackupOptions options) {
        return OsCommand.of(command(source, target, options)).display();
    }

    /** The words of pg_basebackup with these options; may be added to. */
    static List<String> command(Endpoint source, Path target, BackupOptions options) {
        List<String> words = new ArrayList<>(List.of(
                "pg_basebackup",
                "-h",
                source.host(),
                "-p",
                Integer.toString(source.port()),
                "-U",
                source.user(),
                "-D",
                target.toString(),
                "-X",
                options.wal().toString(),
                "-c",
                options.checkpoint().toString()));
        if (options.has(BackupOptions.Flag.WRITE_RECOVERY_CONF)) {
            words.add("-R");
        }
        options.slot().ifPresent(slot -> words.addAll(List.of("-S", slot.value())));
        return words;
    }
}
