package dev.pgduo.cluster;

import dev.pgduo.cluster.process.OsCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The real pg_basebackup.
 *
 * @param node for whom
 */
record PgBaseBackup(NodeSettings node) implements BaseBackupClient {
    @Override
    public void take(Endpoint source, Path directory, BackupOptions options) {
        List<String> words = words(source, directory, options);
        words.set(0, node.binaries().require("pg_basebackup").toString());
        words.addAll(List.of("-P", "-w", "--no-sync"));
        OsCommand.of(words)
                .with(new PasswordFile(node).environment())
                .as(node.runAs())
                .run(line -> {}, line -> BackupProgress.parse(line).ifPresent(options.progress()))
                .orThrow("take the base backup");
    }

    @Override
    public String commandLine(Endpoint source, Path target, BackupOptions options) {
        return OsCommand.of(words(source, target, options)).display();
    }

    private static List<String> words(Endpoint source, Path target, BackupOptions options) {
        List<String> words = new ArrayList<>(List.of(
                "pg_basebackup",
                "-h",
                source.host(),
                "-p",
                source.port().toString(),
                "-U",
                source.user(),
                "-D",
                target.toString(),
                "-X",
                options.wal().toString(),
                "-c",
                options.checkpoint().toString()));
        if (options.writesRecoveryConf()) {
            words.add("-R");
        }
        options.slot().ifPresent(slot -> words.addAll(List.of("-S", slot.value())));
        return words;
    }
}
