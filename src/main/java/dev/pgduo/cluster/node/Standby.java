package dev.pgduo.cluster.node;

import dev.pgduo.cluster.layout.LocalSettings;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.layout.RecoveryConf;
import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.cluster.server.ServerInspector;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.PasswordFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes a stopped node a standby of another server, with the files of its major.
 *
 * @param node the node's settings
 */
record Standby(NodeSettings node) {
    /** Writes signal file and settings, or recovery.conf, which take effect at the next start. */
    PgCtlResult follow(Upstream upstream, Consumer<String> begins) {
        long start = System.nanoTime();
        Path data = node.layout().data();
        new PgCtl(node)
                .requireCluster("touch " + data.resolve(node.capabilities().standbyFile()));
        String file =
                OsCommand.quote(data.resolve(node.capabilities().standbyFile()).toString());
        String line = node.capabilities().has(Feature.STANDBY_SIGNAL)
                ? "touch " + file
                : "echo \"standby_mode = 'on'\" >> " + file;
        begins.accept(line);
        new RecoveryConf(data, node.capabilities(), node.runAs())
                .write(upstream, node.name().toString());
        if (!node.capabilities().has(Feature.STANDBY_SIGNAL)) {
            new SettingsFile(data.resolve(node.capabilities().recoverySettingsFile()), node.runAs())
                    .set("recovery_target_timeline", "latest");
        }
        goesOn(data);
        return new PgCtlResult(line, List.of(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Removes settings for a recovery target, which a standby must not have. */
    private void goesOn(Path data) throws UncheckedIOException {
        SettingsFile settings =
                new SettingsFile(data.resolve(node.capabilities().recoverySettingsFile()), node.runAs());
        settings.reset(Stream.concat(RecoveryConf.TARGETS.stream(), RecoveryConf.AT_TARGET.stream())
                .toList());
        try {
            Files.deleteIfExists(data.resolve("recovery.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs pg_rewind, or pgduo's own code, on a stopped node with a diverged history. It copies the source's files, so the
     * node's own settings are written again.
     */
    PgCtlResult rewind(Endpoint source, RewindClient client, Consumer<String> begins) {
        Path data = node.layout().data();
        String from =
                "host=" + source.host() + " port=" + source.port() + " user=" + source.user() + " dbname=postgres";
        List<String> words = List.of("pg_rewind", "-D", data.toString(), "--source-server=" + from);
        String line = OsCommand.of(words).display();
        PgCtl pgCtl = new PgCtl(node);
        pgCtl.requireCluster(line);
        if (new ServerInspector(node).postmaster().isPresent()) {
            throw LabException.of(
                    "could not rewind node " + node.name() + ": it is running", NextStep.toStop(node.name()));
        }
        begins.accept(line);
        Optional<Path> program = node.binaries().program("pg_rewind").filter(found -> client.takes(node));
        PgCtlResult rewound =
                program.isPresent() ? with(program.get(), from, line) : new NodeRewind(node).run(source, line);
        new LocalSettings(node).write();
        return rewound;
    }

    private PgCtlResult with(Path program, String from, String line) {
        Finished finished = OsCommand.of(
                        program.toString(), "-D", node.layout().data().toString(), "--source-server=" + from)
                .with(new PasswordFile(node.layout().passwordFile()).environment())
                .as(node.runAs())
                .run()
                .orThrow("rewind node " + node.name());
        return new PgCtlResult(line, finished.stderr().lines().toList(), finished.elapsed());
    }
}
