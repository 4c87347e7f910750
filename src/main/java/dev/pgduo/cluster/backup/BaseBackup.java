package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.layout.LabBlock;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.layout.RecoveryConf;
import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.layout.StagedData;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Makes a node's data directory a copy of another server's. The copy is taken beside it and renamed when it is complete, so an interrupted
 * backup leaves the data directory as empty as it was.
 *
 * @param node the node that gets the copy
 * @param client takes the copy
 */
public record BaseBackup(NodeSettings node, BaseBackupClient client) {
    public PgCtlResult take(Endpoint source, BackupOptions options, Consumer<String> begins) {
        long start = System.nanoTime();
        List<String> output = new CopyOnWriteArrayList<>();
        Path target = node.layout().data();
        String line = client.commandLine(source, target, options);
        try {
            if (!FileTree.entries(target).isEmpty()) {
                String message = "directory \"" + target + "\" exists but is not empty";
                throw new LabException(
                        ErrorReport.error(message)
                                .detail("Command \"" + line + "\" ended with exit code 1.")
                                .hint("Stop the node and empty its data directory first."),
                        List.of("pg_basebackup: error: " + message));
            }
            begins.accept(line);
            stage(source, options.with(new Heard(options.listener(), output)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PgCtlResult(line, output, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Keeps the lines that the client prints, for the command's output, and passes them on. */
    private record Heard(BackupListener other, List<String> lines) implements BackupListener {
        @Override
        public void progress(BackupProgress progress) {
            other.progress(progress);
        }

        @Override
        public void said(String line) {
            lines.add(line);
            other.said(line);
        }
    }

    private void stage(Endpoint source, BackupOptions options) throws IOException {
        try (StagedData making = StagedData.make(node)) {
            Path staged = making.path();
            take(source, staged, options);
            node.runAs().own(node.layout().root());
            if (options.has(BackupOptions.Flag.WRITE_RECOVERY_CONF)) {
                new RecoveryConf(staged, node.capabilities(), node.runAs())
                        .write(new Upstream(source, options.slot()), node.name().toString());
            }
            new SettingsFile(staged.resolve("postgresql.conf"), node.runAs()).edit(text -> LabBlock.put(text, node));
            BackupManifest.amend(staged, "postgresql.conf");
            making.publish();
        }
    }

    /** Takes the copy; in messages, the directory beside the data directory is replaced by the data directory. */
    private void take(Endpoint source, Path staged, BackupOptions options) {
        try {
            client.take(source, staged, options);
        } catch (LabException e) {
            String target = node.layout().data().toString();
            throw new LabException(
                    e.report(),
                    e.said().stream()
                            .filter(line -> BackupProgress.parse(line).isEmpty())
                            .map(line -> line.replace(staged.toString(), target))
                            .toList());
        }
    }
}
