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
 * One PostgreSQL server and its data directory. Its verbs are pg_ctl's; each waits for the real condition and says what a student
 * would have typed and seen.
 *
 * <p>All state is in files and processes, so a new object for the same directory goes on where another left off. For one thread at a
 * time; the questions ({@link #status()}, {@link #logTail}, {@link #processes()}) may be asked by any thread at any time.
 *
 * <p>A verb that fails throws {@link LabException} with the command, its exit code and what it and the server's log said. An
 * interrupt of the thread ends a wait with one, too.
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
     * The same node, which tells what a student would type for a verb when the verb begins: all that refuses it was checked, and
     * nothing is done or waited for yet.
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

    /** Where clients find it: at the port that its server listens on, or else at the lab's. */
    public Endpoint endpoint() {
        return Endpoint.of("127.0.0.1", port().number(), settings.superuser(), "postgres");
    }

    private Port port() {
        return PostmasterFile.read(layout().postmasterFile())
                .filter(file -> file.running(layout().data()))
                .flatMap(PostmasterFile::port)
                .orElse(settings.port());
    }

    /** Creates the database cluster, with a system identifier of its own. The data directory must be empty or missing. */
    public PgCtlResult init(InitOptions options) {
        return new Initdb(settings).run(options, begins);
    }

    /** Whether somebody has used it, so that an empty data directory was emptied. */
    public boolean used() {
        return Files.exists(layout().usedFile()) || Files.exists(layout().logFile());
    }

    /** Remembers that somebody uses it. */
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

    /** Starts the server and waits until it takes connections (a standby without hot_standby: until it recovers). */
    public PgCtlResult start() {
        return new Startup(settings, startLine(), begins).run();
    }

    public PgCtlResult stop(StopMode mode) {
        return new Shutdown(settings, pgCtl.line("stop", "-m", mode.toString())).stop(mode, begins);
    }

    /** Stops (fast) when it runs, and starts. */
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

    /** Has the server read its configuration files again, and waits until it has. */
    public PgCtlResult reload() {
        long start = System.nanoTime();
        String line = pgCtl.line("reload");
        OsProcess postmaster = new Shutdown(settings, line).running();
        begins.accept(line);
        new Reload(postmaster, settings.query()).run();
        return new PgCtlResult(line, List.of("server signaled"), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Makes a running standby a primary and waits until it can be written to. */
    public PgCtlResult promote() {
        return Promotion.byPgCtl(settings).run(begins);
    }

    /** The same by the trigger file that its settings name. */
    public PgCtlResult promote(Path triggerFile) {
        return Promotion.byTriggerFile(settings, triggerFile).run(begins);
    }

    /** Lets the server die without a shutdown; verified by its control file and its log. */
    public PgCtlResult crash(CrashKind kind) {
        String pid = "$(head -n 1 " + OsCommand.quote(layout().postmasterFile().toString()) + ")";
        String line = switch (kind) {
            case IMMEDIATE -> pgCtl.line("stop", "-m", "immediate");
            case KILL -> "kill -9 " + pid;
            case POWER -> "p=" + pid + "; kill -STOP $p $(pgrep -P $p); kill -9 $p $(pgrep -P $p)";
        };
        return new Shutdown(settings, line).crash(kind, begins);
    }

    /** The real pg_basebackup for this node, when its server came with the program. */
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

    /** Turns the stopped node back to where it left the source's history. */
    public PgCtlResult rewind(Endpoint source, RewindClient client) {
        return new Standby(settings).rewind(source, client, begins);
    }

    /** Writes the lab's own settings of this node into its postgresql.conf again. */
    public void writeLocalSettings() {
        new LocalSettings(settings).write();
    }

    /** Changes the text of its configuration files, where a standby's settings are too; takes effect at the next start. */
    public void rewriteSettings(UnaryOperator<String> change) {
        Stream.of("postgresql.conf", "postgresql.auto.conf", "recovery.conf")
                .map(layout().data()::resolve)
                .filter(Files::isRegularFile)
                .forEach(file -> new SettingsFile(file, settings.runAs()).edit(change));
    }

    /**
     * Closes the TCP connections that its pg_hba.conf trusts.
     *
     * @return when the open file was written; empty when nothing was open
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

    /** Keeps the password that its server and its programs need to reach the other node. */
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

    /** Removes what a pgduo that was killed left half made; for the one that holds the node. */
    public void sweep() throws IOException {
        StagedData.sweep(settings);
        AtomicFile.sweep(layout().data());
    }

    /** Gives back what a crashed server of this node keeps outside its data directory; to be called before that goes. */
    public void releaseMemory() {
        if (!running()) {
            new SharedMemory(settings.runAs()).release(layout().postmasterFile());
            mount().end();
        }
    }

    /** The file system in memory that a directory of it may be on. */
    public TmpfsMount mount() {
        return new TmpfsMount(settings);
    }

    /** Its write-ahead log, where it is now. */
    public Path walDirectory() {
        return mount().seen(layout().data().resolve(settings.capabilities().walDirectory()));
    }

    /** {@code pg_ctl status}'s words. */
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

    /** What pg_control says, if it is there and to be believed. */
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

    /** The running server's processes, the postmaster first; none when it is not running. */
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
