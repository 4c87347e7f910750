package dev.pgduo.cluster;

import dev.pgduo.cluster.process.Daemon;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.version.Feature;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One start of a server: launched directly in a session of its own, then watched until it takes connections. */
final class Startup {
    private final NodeSettings node;
    private final NodeLayout layout;
    private final ServerLog log;
    private final String line;
    private final List<String> output = new ArrayList<>();

    Startup(NodeSettings node, String line) {
        this.node = node;
        this.layout = node.layout();
        this.log = new ServerLog(layout.logFile());
        this.line = line;
    }

    Performed run() {
        long start = System.nanoTime();
        new PgCtl(layout).requireCluster(line);
        clearWay();
        probePort();
        prepareFiles();
        long offset = log.length();
        if (Daemon.possible()) {
            Daemon daemon = Daemon.start(command(), node.runAs(), layout.logFile());
            await(daemon.process(), daemon::exitCode, offset);
        } else {
            await(throughPgCtl(), OptionalInt::empty, offset);
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        output.add(PgCtl.done("start", elapsed));
        output.add("server started");
        return new Performed(line, output, elapsed);
    }

    /** What an earlier server left: it may still run, or its number may be a zombie's or another process's by now. */
    private void clearWay() {
        Optional<PostmasterFile> old = PostmasterFile.read(layout.postmasterFile());
        if (old.isEmpty()) {
            return;
        }
        output.add("pg_ctl: another server might be running; trying to start server anyway");
        if (old.get().running(layout.data())) {
            fail("FATAL:  lock file \"postmaster.pid\" already exists\nHINT:  Is another postmaster (PID "
                    + old.get().process().pid() + ") running in data directory \"" + layout.data() + "\"?");
        }
        if (old.get().process().exists() && OsProcess.in(layout.data()).isEmpty()) {
            delete(layout.postmasterFile());
        }
    }

    private void probePort() {
        new FreePort(node.port()).await().ifPresent(reason -> {
            throw new LabException(ErrorReport.error(
                            "could not start server: port " + node.port() + " is already in use")
                    .detail("Node " + node.name() + " listens on 127.0.0.1, port " + node.port() + ": " + reason + ".")
                    .hint("Stop the other server, or give the node another port."));
        });
    }

    private void prepareFiles() {
        try {
            node.runAs().own(layout.socketDirectory());
            if (!Files.exists(layout.logFile())) {
                Files.createFile(
                        layout.logFile(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                node.runAs().own(layout.logFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OsCommand command() {
        return OsCommand.of(
                        node.binaries().require("postgres").toString(),
                        "-D",
                        layout.data().toString())
                .in(layout.data())
                .with(environment());
    }

    private Map<String, String> environment() {
        return new PasswordFile(node).environment();
    }

    /** macOS has no setsid; pg_ctl calls it itself from 12 on. */
    private OsProcess throughPgCtl() {
        OsCommand.of(
                        node.binaries().require("pg_ctl").toString(),
                        "-D",
                        layout.data().toString(),
                        "-l",
                        layout.logFile().toString(),
                        "-W",
                        "start")
                .with(environment())
                .as(node.runAs())
                .run()
                .orThrow("start server");
        new Waiting("start server", node.deadline(), () -> "no postmaster.pid")
                .until(() -> PostmasterFile.read(layout.postmasterFile())
                        .filter(file -> file.running(layout.data()))
                        .isPresent());
        return PostmasterFile.read(layout.postmasterFile()).orElseThrow().process();
    }

    private void await(OsProcess postmaster, Supplier<OptionalInt> exitCode, long offset) {
        new Waiting("start server", node.deadline(), () -> lastAnswer(offset)).until(() -> {
            if (exitCode.get().isPresent() || !postmaster.alive()) {
                fail(log.since(offset).strip());
            }
            return PostmasterFile.read(layout.postmasterFile())
                    .filter(file -> file.process().equals(postmaster))
                    .filter(this::ready)
                    .isPresent();
        });
    }

    private boolean ready(PostmasterFile file) {
        if (node.capabilities().has(Feature.POSTMASTER_STATUS)) {
            return switch (file.status()) {
                case "ready" -> ServerPing.accepts(file, node.superuser());
                case "standby" -> true;
                default -> false;
            };
        }
        return ServerPing.accepts(file, node.superuser());
    }

    private String lastAnswer(long offset) {
        String status = PostmasterFile.read(layout.postmasterFile())
                .map(file -> "status \"" + file.status() + "\" in postmaster.pid")
                .orElse("no postmaster.pid");
        return status + "; the log says:\n" + end(log.since(offset));
    }

    private void fail(String logged) {
        output.add("waiting for server to start.... stopped waiting");
        output.add("pg_ctl: could not start server");
        output.add("Examine the log output.");
        throw new LabException(
                ErrorReport.error("could not start server")
                        .detail("Command \"" + line + "\" ended with exit code 1.\n" + String.join("\n", output)
                                + "\nThe log says:\n" + end(logged))
                        .hint(hint(logged)),
                output);
    }

    private @Nullable String hint(String logged) {
        if (logged.contains("Address already in use")) {
            return "Another server listens on that port; look for \"port\" in postgresql.auto.conf.";
        }
        return logged.contains("already exists") ? "The node is running; stop or restart it." : null;
    }

    private static String end(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
