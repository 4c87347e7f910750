package dev.pgduo.cluster;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    public Node(NodeSettings settings) {
        this.settings = settings;
        this.pgCtl = new PgCtl(settings.layout());
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

    /** Where clients find it. */
    public Endpoint endpoint() {
        return new Endpoint("127.0.0.1", settings.port(), settings.superuser());
    }

    /** Creates the database cluster, with a system identifier of its own. The data directory must be empty or missing. */
    public Performed init(InitOptions options) {
        return new Initdb(settings).run(options);
    }

    /** Starts the server and waits until it takes connections (a standby without hot_standby: until it recovers). */
    public Performed start() {
        return new Startup(settings, startLine()).run();
    }

    public Performed stop(StopMode mode) {
        return new Shutdown(settings, pgCtl.line("stop", "-m", mode.toString())).stop(mode);
    }

    /** Stops (fast) when it runs, and starts. */
    public Performed restart() {
        String line = pgCtl.line("restart", "-l", layout().logFile().toString());
        pgCtl.requireCluster(line);
        Performed stopped = running()
                ? new Shutdown(settings, line).stop(StopMode.FAST)
                : new Performed(
                        line,
                        List.of(
                                "pg_ctl: PID file \"" + layout().postmasterFile() + "\" does not exist",
                                "Is server running?",
                                "trying to start server anyway"),
                        Duration.ZERO);
        return stopped.then(new Startup(settings, line).run(), line);
    }

    public Performed reload() {
        long start = System.nanoTime();
        String line = pgCtl.line("reload");
        pgCtl.requireCluster(line);
        OsProcess postmaster = new Shutdown(settings, line).postmaster().orElseThrow(() -> pgCtl.notRunning(line));
        postmaster.signal(Signal.HUP);
        return new Performed(line, List.of("server signaled"), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Makes a running standby a primary and waits until it can be written to. */
    public Performed promote() {
        return new Promotion(settings).run();
    }

    /** Lets the server die without a shutdown; verified by its control file and its log. */
    public Performed crash(CrashKind kind) {
        String line = kind == CrashKind.IMMEDIATE
                ? pgCtl.line("stop", "-m", "immediate")
                : "kill -9 $(head -n 1 "
                        + OsCommand.quote(layout().postmasterFile().toString()) + ")";
        return new Shutdown(settings, line).crash(kind);
    }

    /** The real pg_basebackup for this node, when its server came with the program. */
    public Optional<BaseBackupClient> pgBaseBackup() {
        return settings.binaries().program("pg_basebackup").map(program -> new PgBaseBackup(settings));
    }

    /** Fills the empty data directory with a copy of another server, through this client. */
    public Performed baseBackup(Endpoint source, BackupOptions options, BaseBackupClient client) {
        return new BaseBackup(settings, client).take(source, options);
    }

    /** Makes the stopped node a standby of this server; takes effect at the next start. */
    public Performed follow(Upstream upstream) {
        return new Standby(settings).follow(upstream);
    }

    /** Runs pg_rewind on the stopped node. */
    public Performed rewind(Endpoint source) {
        return new Standby(settings).rewind(source);
    }

    /** Writes the lab's own settings of this node into its postgresql.conf again. */
    public void writeLocalSettings() {
        new LocalSettings(settings).write();
    }

    /** Keeps the password that its server and its programs need to reach the other node. */
    public void rememberPassword(String password) {
        new PasswordFile(settings).write(password);
    }

    /** Empties the data directory of a node that is not running: {@code rm -rf DATA/*}. */
    public Performed wipe() {
        long start = System.nanoTime();
        if (running()) {
            throw new LabException(ErrorReport.error("could not empty the data directory of node " + name())
                    .detail("Its server is running.")
                    .hint("Stop it first."));
        }
        releaseSharedMemory();
        try {
            FileTree.empty(layout().data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Performed(
                "rm -rf " + layout().data() + "/*", List.of(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Gives back what a crashed server of this node keeps outside its data directory; to be called before that goes. */
    public void releaseSharedMemory() {
        if (!running()) {
            new SharedMemory(settings.runAs()).release(layout().postmasterFile());
        }
    }

    /** {@code pg_ctl status}'s words. */
    public Performed pgCtlStatus() {
        NodeState state = status();
        List<String> output = state.pid().isPresent()
                ? List.of(
                        "pg_ctl: server is running (PID: " + state.pid().getAsLong() + ")",
                        settings.binaries().bin().resolve("postgres") + " \"-D\" \"" + layout().data() + "\"")
                : List.of("pg_ctl: no server running");
        return new Performed(pgCtl.line("status"), output, Duration.ZERO);
    }

    public NodeState status() {
        return new Observation(settings).state();
    }

    /** What pg_control says of the cluster's state; the node must have a cluster. */
    public ControlState controlState() {
        return new Observation(settings).control();
    }

    /** pg_controldata's output by name, in its order. */
    public Map<String, String> controlData() {
        return new Observation(settings).controlData();
    }

    /** The last lines of the server's log, at most n. */
    public List<String> logTail(int n) {
        return new ServerLog(layout().logFile()).tail(n);
    }

    /** The running server's processes, the postmaster first; none when it is not running. */
    public List<ServerProcess> processes() {
        return new Observation(settings).processes();
    }

    private boolean running() {
        return status().pid().isPresent();
    }

    private String startLine() {
        return pgCtl.line("start", "-l", layout().logFile().toString());
    }
}
