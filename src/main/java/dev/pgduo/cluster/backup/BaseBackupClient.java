package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.wire.Endpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes base backups: the program pg_basebackup, or pgduo's own code. */
public interface BaseBackupClient {
    /**
     * Fills an empty directory with a copy of the source. An interrupt of this thread ends it; the caller then has to remove the part that
     * was copied.
     *
     * @throws dev.pgduo.report.LabException when it fails
     */
    void take(Endpoint source, Path directory, BackupOptions options);

    /** The command line that a person would type for this backup. */
    String commandLine(Endpoint source, Path target, BackupOptions options);

    /** The command line of pg_basebackup with these options. */
    static String line(Endpoint source, Path target, BackupOptions options) {
        return OsCommand.of(command(source, target, options)).display();
    }

    /** The words of pg_basebackup's command line with these options; a list that can be changed. */
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
