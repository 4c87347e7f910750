package dev.pgduo.cluster;

import dev.pgduo.cluster.version.Feature;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * Makes a node's data directory a copy of another server's. The copy is taken beside it and renamed when it is complete, so an
 * interrupted backup leaves the data directory as empty as it was.
 *
 * @param node who gets the copy
 * @param client who takes it
 */
record BaseBackup(NodeSettings node, BaseBackupClient client) {
    Performed take(Endpoint source, BackupOptions options) {
        long start = System.nanoTime();
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
            Files.createDirectories(node.layout().root());
            stage(source, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Performed(line, List.of(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void stage(Endpoint source, BackupOptions options) throws IOException {
        Path target = node.layout().data();
        Path staged = Files.createTempDirectory(node.layout().root(), ".basebackup-");
        try {
            node.runAs().own(staged);
            take(source, staged, options);
            node.runAs().own(node.layout().root());
            if (options.writesRecoveryConf()) {
                writeRecoveryConf(staged, source, options);
            }
            new SettingsFile(staged.resolve("postgresql.conf"), node.runAs()).edit(text -> LabBlock.put(text, node));
            BackupManifest.amend(staged, "postgresql.conf");
            Files.deleteIfExists(target);
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.delete(staged);
        }
    }

    /** What the program says of the directory beside the data directory, it says of the data directory. */
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

    /**
     * What {@code -R} asks for. The real program has written it already, but a newer libpq writes options that an older server's
     * libpq rejects, and the standby then never streams.
     */
    private void writeRecoveryConf(Path directory, Endpoint source, BackupOptions options) {
        SettingsFile settings =
                new SettingsFile(directory.resolve(node.capabilities().recoverySettingsFile()), node.runAs());
        if (node.capabilities().has(Feature.STANDBY_SIGNAL)) {
            new SettingsFile(directory.resolve("standby.signal"), node.runAs()).edit(text -> text);
        } else {
            settings.set("standby_mode", "on");
        }
        settings.set("primary_conninfo", source.conninfo(node.name().toString()));
        options.slot().ifPresent(slot -> settings.set("primary_slot_name", slot.value()));
    }
}
