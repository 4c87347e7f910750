package dev.pgduo.cluster;

import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.version.Feature;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Makes a stopped node a standby of another server, by the files that its major knows.
 *
 * @param node which
 */
record Standby(NodeSettings node) {
    /** Signal file and settings, or recovery.conf. Takes effect at the next start. */
    Performed follow(Upstream upstream) {
        long start = System.nanoTime();
        Path data = node.layout().data();
        new PgCtl(node.layout())
                .requireCluster("touch " + data.resolve(node.capabilities().standbyFile()));
        SettingsFile settings =
                new SettingsFile(data.resolve(node.capabilities().recoverySettingsFile()), node.runAs());
        if (node.capabilities().has(Feature.STANDBY_SIGNAL)) {
            new SettingsFile(data.resolve("standby.signal"), node.runAs()).edit(text -> text);
        } else {
            settings.set("standby_mode", "on");
            settings.set("recovery_target_timeline", "latest");
        }
        settings.set("primary_conninfo", upstream.server().conninfo(node.name().toString()));
        upstream.slot().ifPresent(slot -> settings.set("primary_slot_name", slot.value()));
        String file =
                OsCommand.quote(data.resolve(node.capabilities().standbyFile()).toString());
        String line = node.capabilities().has(Feature.STANDBY_SIGNAL)
                ? "touch " + file
                : "echo \"standby_mode = 'on'\" >> " + file;
        return new Performed(line, List.of(), Duration.ofNanos(System.nanoTime() - start));
    }

    /**
     * pg_rewind: makes a stopped, diverged node fit to follow the source. It copies the source's files, so the node's own settings
     * are written again.
     */
    Performed rewind(Endpoint source) {
        Path data = node.layout().data();
        String from =
                "host=" + source.host() + " port=" + source.port() + " user=" + source.user() + " dbname=postgres";
        List<String> words = List.of("pg_rewind", "-D", data.toString(), "--source-server=" + from);
        String line = OsCommand.of(words).display();
        PgCtl pgCtl = new PgCtl(node.layout());
        pgCtl.requireCluster(line);
        if (new Shutdown(node, line).postmaster().isPresent()) {
            throw LabException.of("could not rewind node " + node.name() + ": it is running", "Stop it first.");
        }
        Finished finished = OsCommand.of(program().toString(), "-D", data.toString(), "--source-server=" + from)
                .with(new PasswordFile(node).environment())
                .as(node.runAs())
                .run()
                .orThrow("rewind node " + node.name());
        new LocalSettings(node).write();
        return new Performed(line, finished.stderr().lines().toList(), finished.elapsed());
    }

    /** Downloaded servers come without it, and a copy made anew does as well in a lab. */
    private Path program() {
        return node.binaries()
                .program("pg_rewind")
                .orElseThrow(() -> new LabException(ErrorReport.error("could not find program \"pg_rewind\"")
                        .detail(node.binaries().describe() + " does not have it.")
                        .hint("Copy the node anew: \"basebackup --from "
                                + node.name().other() + " --to " + node.name() + "\"; or install PostgreSQL "
                                + node.binaries().version().majorName() + ".")));
    }
}
