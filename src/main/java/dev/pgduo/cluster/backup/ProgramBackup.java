package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.PasswordFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Takes a base backup with the real pg_basebackup.
 *
 * @param node the node that gets the copy
 */
public record ProgramBackup(NodeSettings node) implements BaseBackupClient {
    @Override
    public void take(Endpoint source, Path directory, BackupOptions options) {
        List<String> words = BaseBackupClient.command(source, directory, options);
        words.set(0, node.binaries().require("pg_basebackup").toString());
        words.addAll(List.of("-P", "-w", "-l", options.label()));
        options.tablespaces().forEach((from, to) -> words.addAll(List.of("-T", from + "=" + to)));
        words.addAll(options.has(BackupOptions.Flag.NO_SYNC) ? List.of("--no-sync") : List.of());
        words.addAll(options.has(BackupOptions.Flag.CREATE_SLOT) ? List.of("-C") : List.of());
        words.addAll(options.has(BackupOptions.Flag.VERBOSE) ? List.of("-v") : List.of());
        Said said = new Said(options);
        OsCommand.of(words)
                .with(new PasswordFile(node.layout().passwordFile()).environment())
                .as(node.runAs())
                .run(said::line, said::line)
                .orThrow("take the base backup");
    }

    /**
     * Sorts the lines that the program prints into progress and messages; with {@code -P} the last line of the progress is a message too.
     */
    private static final class Said {
        private final BackupOptions options;

        Said(BackupOptions options) {
            this.options = options;
        }

        void line(String line) {
            Optional<BackupProgress> progress = BackupProgress.parse(line);
            progress.ifPresent(options.listener()::progress);
            if (progress.isEmpty() && !line.startsWith("waiting for checkpoint")) {
                options.listener().said(line);
            } else if (options.has(BackupOptions.Flag.PROGRESS) && BackupProgress.isLast(line)) {
                options.listener().said(line.strip());
            }
        }
    }

    @Override
    public String commandLine(Endpoint source, Path target, BackupOptions options) {
        return BaseBackupClient.line(source, target, options);
    }
}
