package dev.pgduo.cluster;

import dev.pgduo.cluster.process.OsCommand;
import java.nio.file.Path;
import java.util.List;

/**
 * The real pg_basebackup.
 *
 * @param node for whom
 */
record PgBaseBackup(NodeSettings node) implements BaseBackupClient {
    @Override
    public void take(Endpoint source, Path directory, BackupOptions options) {
        List<String> words = BaseBackupClient.command(source, directory, options);
        words.set(0, node.binaries().require("pg_basebackup").toString());
        words.addAll(List.of("-P", "-w"));
        options.tablespaces().forEach((from, to) -> words.addAll(List.of("-T", from + "=" + to)));
        if (!options.sync()) {
            words.add("--no-sync");
        }
        OsCommand.of(words)
                .with(new PasswordFile(node).environment())
                .as(node.runAs())
                .run(line -> {}, line -> BackupProgress.parse(line).ifPresent(options.progress()))
                .orThrow("take the base backup");
    }

    @Override
    public String commandLine(Endpoint source, Path target, BackupOptions options) {
        return BaseBackupClient.line(source, target, options);
    }
}
