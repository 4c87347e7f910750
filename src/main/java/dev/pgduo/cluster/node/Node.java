package dev.pgduo.cluster.node;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.backup.BaseBackup;
import dev.pgduo.cluster.backup.BaseBackupClient;
import dev.pgduo.cluster.backup.ProgramBackup;
import dev.pgduo.cluster.conf.ClosedTrust;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.init.InitOptions;
import dev.pgduo.cluster.init.Initdb;
import dev.pgduo.cluster.layout.LocalSettings;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.layout.StagedData;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.cluster.server.PostmasterFile;
import dev.pgduo.cluster.server.ServerInspector;
import dev.pgduo.cluster.server.ServerLog;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.cluster.server.SharedMemory;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One PostgreSQL server and its data directory. Its operations are pg_ctl's; each waits for the actual condition, and returns
 * the command line and the output that a person would have seen.
 *
 * <p>All state is in files and processes, so a new object for the same directory continues where another one ended. For one
 * thread at a time; the methods that only read ({@link #status()}, {@link #logTail}, {@link #processes()}) may be asked by any
 * thread at any time.
 *
 * <p>An operation that fails throws {@link LabException} with the command, its exit code, its output and the end of the
 * server's log. After an interrupt of the thread, a wait ends with one, too.
 */
public final class Node {
    private final NodeSettings settings;
    private final PgCtl pgCtl;
    private final Consumer<String> begins;

    public Node(NodeSettings settings) {
        this(settings, line -> {});
    }

    private Node(NodeSettings settings, Consumer<String> begins) {
        this.settings = settings;
        this.pgCtl = new PgCtl(settings);
        this.begins = begins;
    }

    /**
     * The same node with a listener for the command line of each operation: it is called after all checks and before anything
     * is done.
     */
    public Node telling(Consumer<String> listener) {
        return new Node(settings, listener);
    }

    public NodeName name() {
        return settings.name();
    }

    public NodeSettings settings() {
        return settings;
    }

    public NodeLayout layout() {
        return settings.layout();
    }

    /** The address for clients: with the port on which its server listens, or else the lab's. */
    public Endpoint endpoint() {
        return Endpoint.of("127.0.0.1", port().number(), settings.superuser(), "postgres");
    }

    private Port port() {
        return PostmasterFile.read(layout().postmasterFile())
                .filter(file -> file.running(layout().data()))
                .flatMap(PostmasterFile::port)
                .orElse(settings.port());
    }

    /** Creates the database cluster with a new system identifier. The data directory must be empty or missing. */
    public PgCtlResult init(InitOptions options) {
        return new Initdb(settings).run(options, begins);
    }

    /** Whether the node was used, so that an empty data directory was emptied by somebody. */
    public boolean used() {
        return Files.exists(layout().usedFile()) || Files.exists(layout().logFile());
    }

    /** Marks the node as used. */
    public void markUsed() {
        try {
            if (!Files.exists(layout().usedFile())) {
                Files.createFile(layout().usedFile());
            }
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + layout().usedFile() + "\": " + FailureReason.of(e)),
                    e);
        }
    }

    /** Starts the server, and waits until it accepts connections (a standby without hot_standby: until it recovers). */
    public PgCtlResult start() {
        return new Startup(settings, startLine(), begins).run();
    }

    public PgCtlResult stop(StopMode mode) {
        return new Shutdown(settings, pgCtl.line("stop", "-m", mode.toString())).stop(mode, begins);
    }

    /** Stops the server (fast) if it runs, and starts it. */
    public PgCtlResult restart() {
        String line = pgCtl.line("restart", "-l", layout().logFile().toString());
        pgCtl.requireCluster(line);
        begins.accept(line);
        PgCtlResult stopped = running()
                ? new Shutdown(settings, line).stop(StopMode.FAST, told -> {})
                : new PgCtlResult(
                        line,
                        List.of(
                                "pg_ctl: PID file \"" + layout().postmasterFile() + "\" does not exist",
                                "Is server running?",
                                "trying to start server anyway"),
                        Duration.ZERO);
        return stopped.then(new Startup(settings, line, told -> {}).run(), line);
    }

    /** Makes the server reload its configuration files, and waits until it has. */
    public PgCtlResult reload() {
        long start = System.nanoTime();
        String line = pgCtl.line("reload");
        OsProcess postmaster = new Shutdown(settings, line).running();
        begins.accept(line);
        new Reload(postmaster, settings.query()).run();
        return new PgCtlResult(line, List.of("server signaled"), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Promotes a running standby, and waits until it accepts writes. */
    public PgCtlResult promote() {
        return Promotion.byPgCtl(settings).run(begins);
    }

    /** Promotes it by the trigger file that its settings name. */
    public PgCtlResult promote(Path triggerFile) {
        return Promotion.byTriggerFile(settings, triggerFile).run(begins);
    }

    /** Ends the server without a shutdown, and verifies that by its control file and log. */
    public PgCtlResult crash(CrashKind kind) {
        String pid = "$(head -n 1 " + OsCommand.quote(layout().postmasterFile().toString()) + ")";
        String line = switch (kind) {
            case IMMEDIATE -> pgCtl.line("stop", "-m", "immediate");
            case KILL -> "kill -9 " + pid;
            case POWER -> "p=" + pid + "; kill -STOP $p $(pgrep -P $p); kill -9 $p $(pgrep -P $p)";
        };
        return new Shutdown(settings, line).crash(kind, begins);
    }

    /** The server's own pg_basebackup for this node; empty when the server came without it. */
    public Optional<BaseBackupClient> pgBaseBackup() {
        return settings.binaries().program("pg_basebackup").map(program -> new ProgramBackup(settings));
    }

    /** Fills the empty data directory with a copy of another server, through this client. */
    public PgCtlResult baseBackup(Endpoint source, BackupOptions options, BaseBackupClient client) {
        return new BaseBackup(settings, client).take(source, options, begins);
    }

    /** Makes the stopped node a standby of this server; takes effect at the next start. */
    public PgCtlResult follow(Upstream upstream) {
        return new Standby(settings).follow(upstream, begins);
    }

    /** Rewinds the stopped node to the point where it diverged from the source. */
    public PgCtlResult rewind(Endpoint source, RewindClient client) {
        return new Standby(settings).rewind(source, client, begins);
    }

    /** Writes the lab's own settings into its postgresql.conf again. */
    public void writeLocalSettings() {
        new LocalSettings(settings).write();
    }

    /**
     * Changes the text of its configuration files, including that with a standby's settings; takes effect at the next start.
     */
    public void rewriteSettings(UnaryOperator<String> change) {
        Stream.of("postgresql.conf", "postgresql.auto.conf", "recovery.conf")
                .map(layout().data()::resolve)
                .filter(Files::isRegularFile)
                .forEach(file -> new SettingsFile(file, settings.runAs()).edit(change));
    }

    /**
     * Replaces trust for TCP connections in its pg_hba.conf.
     *
     * @return when the file was changed before; empty when there was nothing to replace
     */
    public Optional<Instant> closeTrust() {
        Path hba = layout().data().resolve("pg_hba.conf");
        try {
            String text = Files.isRegularFile(hba) ? Files.readString(hba) : "";
            if (ClosedTrust.close(text, settings.passwordMethod()).equals(text)) {
                return Optional.empty();
            }
            Instant written = Files.getLastModifiedTime(hba).toInstant();
            new SettingsFile(hba, settings.runAs()).edit(now -> ClosedTrust.close(now, settings.passwordMethod()));
            return Optional.of(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the password with which its server and programs connect to the other node. */
    public void rememberPassword(String password) {
        settings.rememberPassword(password);
    }

    /** Empties the data directory of a node that is not running: {@code rm -rf DATA/*}. */
    public PgCtlResult wipe() {
        long start = System.nanoTime();
        if (running()) {
            throw new LabException(ErrorReport.error("could not empty the data directory of node " + name())
                    .detail("Its server is running.")
                    .hint(NextStep.toStop(name())));
        }
        releaseMemory();
        try {
            FileTree.empty(layout().data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PgCtlResult(
                "rm -rf " + layout().data() + "/*", List.of(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Removes incomplete files of a pgduo that was killed; only for the holder of the lab. */
    public void sweep() throws IOException {
        StagedData.sweep(settings);
        AtomicFile.sweep(layout().data());
    }

    /** Frees shared memory of a crashed server of this node; has to be called before the data directory is removed. */
    public void releaseMemory() {
        if (!running()) {
            new SharedMemory(settings.runAs()).release(layout().postmasterFile());
            mount().end();
        }
    }

    /** The file system in memory that one of its directories may be on. */
    public TmpfsMount mount() {
        return new TmpfsMount(settings);
    }

    /** The present path of its WAL directory. */
    public Path walDirectory() {
        return mount().seen(layout().data().resolve(settings.capabilities().walDirectory()));
    }

    /** The output of {@code pg_ctl status}. */
    public PgCtlResult pgCtlStatus() {
        NodeState state = status();
        List<String> output = state.pid().isPresent()
                ? List.of(
                        "pg_ctl: server is running (PID: " + state.pid().getAsLong() + ")",
                        settings.binaries().bin().resolve("postgres") + " \"-D\" \"" + layout().data() + "\"")
                : List.of("pg_ctl: no server running");
        return new PgCtlResult(pgCtl.line("status"), output, Duration.ZERO);
    }

    public NodeState status() {
        return new ServerInspector(settings).state();
    }

    /** The content of pg_control, if it is valid. */
    public Optional<ControlData> control() {
        return new ServerInspector(settings).control();
    }

    /** The lines of pg_controldata's report. */
    public List<String> controlReport() {
        return new ServerInspector(settings).controlReport();
    }

    /** The last lines of the server's log, at most n. */
    public List<String> logTail(int n) {
        return new ServerLog(layout().logFile()).tail(n);
    }

    /** The running server's processes, the postmaster first; empty when it does not run. */
    public List<ServerProcess> processes() {
        return new ServerInspector(settings).processes();
    }

    private boolean running() {
        return status().pid().isPresent();
    }

    private String startLine() {
        return pgCtl.line("start", "-l", layout().logFile().toString());
    }
}
