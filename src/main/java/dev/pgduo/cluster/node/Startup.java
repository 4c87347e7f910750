package dev.pgduo.cluster.node;

import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.layout.LocalSettings;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.process.Daemon;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.server.FreePort;
import dev.pgduo.cluster.server.PostmasterFile;
import dev.pgduo.cluster.server.ServerInspector;
import dev.pgduo.cluster.server.ServerLog;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import dev.pgduo.wire.PasswordFile;
import dev.pgduo.wire.Ping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Starts a server in a session of its own, and watches it until it accepts connections. */
final class Startup {
    /** How long one connection attempt waits for an answer. */
    private static final Duration PING = Duration.ofSeconds(3);

    private final NodeSettings node;
    private final NodeLayout layout;
    private final ServerLog log;
    private final String line;
    private final Consumer<String> begins;
    private final List<String> output = new ArrayList<>();

    /**
     * A start.
     *
     * @param line the command line that a person would type
     * @param begins gets the line after all checks
     */
    Startup(NodeSettings node, String line, Consumer<String> begins) {
        this.node = node;
        this.layout = node.layout();
        this.log = new ServerLog(layout.logFile());
        this.line = line;
        this.begins = begins;
    }

    PgCtlResult run() {
        long start = System.nanoTime();
        new PgCtl(node).requireCluster(line);
        clearWay();
        prepareFiles();
        probePort();
        begins.accept(line);
        long offset = log.length();
        if (Daemon.possible()) {
            Daemon daemon = Daemon.start(command(), new TmpfsMount(node).runAs(), layout.logFile());
            await(daemon.process(), daemon::exitCode, offset);
        } else {
            await(throughPgCtl(), OptionalInt::empty, offset);
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        output.add(PgCtl.done("start", elapsed));
        output.add("server started");
        return new PgCtlResult(line, output, elapsed);
    }

    /**
     * Removes the remains of an earlier server, which may still run, or whose process id may be a zombie's or another process's
     * by now.
     */
    private void clearWay() {
        Optional<PostmasterFile> old = PostmasterFile.read(layout.postmasterFile());
        if (old.isEmpty()) {
            clearSocket();
            return;
        }
        output.add("pg_ctl: another server might be running; trying to start server anyway");
        if (old.get().running(layout.data())) {
            fail("FATAL:  lock file \"postmaster.pid\" already exists\nHINT:  Is another postmaster (PID "
                    + old.get().process().pid() + ") running in data directory \"" + layout.data() + "\"?");
        }
        endOrphans();
        if (old.get().process().exists() && OsProcess.in(layout.data()).isEmpty()) {
            delete(layout.postmasterFile());
        }
        clearSocket();
    }

    /**
     * Ends processes whose postmaster was killed. They end by themselves, but a checkpointer may first complete a checkpoint,
     * which takes minutes and keeps the shared memory; that is useless, as the next server recovers.
     */
    private void endOrphans() {
        List<OsProcess> left = orphans();
        if (!left.isEmpty() && OsProcess.signal(Signal.KILL, left)) {
            new Wait("end what a killed server left", node.deadline(), () -> "processes " + orphans())
                    .until(() -> orphans().isEmpty());
        }
    }

    /** The server processes without a postmaster; a person's shell may also be in the data directory. */
    private List<OsProcess> orphans() {
        return OsProcess.in(layout.data()).stream()
                .filter(process -> process.title().startsWith("postgres: "))
                .toList();
    }

    /** Removes the socket's lock file, which names a process, too. The directory belongs to this node alone. */
    private void clearSocket() {
        try {
            List<Path> left = FileTree.entries(layout.socketDirectory()).stream()
                    .filter(file -> String.valueOf(file.getFileName()).startsWith(".s.PGSQL."))
                    .filter(file -> !Files.isSymbolicLink(file))
                    .toList();
            if (!left.isEmpty() && OsProcess.in(layout.data()).isEmpty()) {
                left.forEach(Startup::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void probePort() {
        Port port = configured();
        new FreePort(port).await().ifPresent(reason -> {
            throw new LabException(ErrorReport.error("could not start server: port " + port + " is already in use")
                    .detail("Node " + node.name() + " listens on 127.0.0.1, port " + port + ": " + reason + ".")
                    .hint(
                            port.equals(node.port())
                                    ? "Stop the other server, or give the node another port."
                                    : "The lab's port " + node.port() + " comes back with \"conf reset port --node "
                                            + node.name() + "\"."));
        });
    }

    /** The port for the server: the lab's, unless its files set another one. */
    private Port configured() {
        return EffectiveConf.read(layout.data())
                .value("port")
                .filter(text -> text.matches("\\d{1,5}") && Port.valid(Long.parseLong(text)))
                .map(Port::parse)
                .orElse(node.port());
    }

    private void prepareFiles() {
        try {
            node.runAs().own(layout.socketDirectory());
            new LocalSettings(node).replaceForeign();
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

    /**
     * The server's environment: a conninfo without a host uses the lab's sockets, as on a machine with one socket directory.
     */
    private Map<String, String> environment() {
        Map<String, String> variables =
                new HashMap<>(new PasswordFile(node.layout().passwordFile()).environment());
        variables.put("PGHOST", layout.socketDirectory().toString());
        return variables;
    }

    /** Starts it through pg_ctl, which calls setsid itself from 12 on; macOS has no program for that. */
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
        new Wait("start server", node.deadline(), () -> "no postmaster.pid")
                .until(() -> PostmasterFile.read(layout.postmasterFile())
                        .filter(file -> file.running(layout.data()))
                        .isPresent());
        return PostmasterFile.read(layout.postmasterFile()).orElseThrow().process();
    }

    private void await(OsProcess postmaster, Supplier<OptionalInt> exitCode, long offset) {
        new Wait("start server", node.deadline(), () -> lastAnswer(offset)).until(() -> {
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
                case "ready" -> accepts(file);
                case "standby" -> true;
                default -> false;
            };
        }
        return accepts(file);
    }

    private boolean accepts(PostmasterFile file) {
        return file.endpoint(node.superuser())
                .filter(at -> Ping.of(at, PING) == Ping.ACCEPTING)
                .isPresent();
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
        if (logged.contains("No space left on device")) {
            return "Make room in the file system, then \"start " + node.name() + "\"; nothing in "
                    + node.capabilities().walDirectory() + " is ever removed by hand.";
        }
        Matcher low = ServerLog.LOWER_SETTING.matcher(logged);
        if (low.find()) {
            return "Give this node what the primary has: \"conf set " + low.group(1) + " " + low.group(2) + " --node "
                    + node.name() + "\", then \"start " + node.name() + "\".";
        }
        return logged.contains("already exists")
                ? "Node " + node.name() + " is running already; \"restart " + node.name() + "\" stops and starts it."
                : damage();
    }

    private @Nullable String damage() {
        NodeState state = new ServerInspector(node).state();
        return state.damage().isPresent() ? NextStep.toRun(node.name(), state) : null;
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
