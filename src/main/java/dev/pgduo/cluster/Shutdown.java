package dev.pgduo.cluster;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ends a server by a signal to its postmaster.
 *
 * @param node whose
 * @param line what a student would type
 */
record Shutdown(NodeSettings node, String line) {
    private PgCtl pgCtl() {
        return new PgCtl(node.layout());
    }

    Performed stop(StopMode mode) {
        long start = System.nanoTime();
        pgCtl().requireCluster(line);
        OsProcess postmaster = postmaster().orElseThrow(() -> pgCtl().notRunning(line));
        signal(postmaster, mode.signal());
        awaitEnd(postmaster, "stop server (" + mode + ")");
        return done(start);
    }

    /** Kills the server and proves afterwards that it died without a shutdown. */
    Performed crash(CrashKind kind) {
        long start = System.nanoTime();
        pgCtl().requireCluster(line);
        OsProcess postmaster = postmaster().orElseThrow(() -> pgCtl().notRunning(line));
        ServerLog log = new ServerLog(node.layout().logFile());
        long offset = log.length();
        signal(postmaster, kind == CrashKind.KILL ? Signal.KILL : Signal.QUIT);
        awaitEnd(postmaster, "crash server (" + kind + ")");
        verify(kind, log.since(offset));
        Performed done = done(start);
        return kind == CrashKind.KILL ? new Performed(line, List.of(), done.elapsed()) : done;
    }

    private void verify(CrashKind kind, String logged) {
        ControlState state = ControlFile.read(node.layout().controlFile()).state();
        boolean asExpected = kind == CrashKind.KILL
                ? !logged.contains("database system is shut down")
                : logged.contains("received immediate shutdown request");
        if (state.clean() || !asExpected) {
            throw new LabException(
                    ErrorReport.error("could not crash node " + node.name() + ": it was shut down cleanly")
                            .detail("pg_control says \"" + state + "\"; the log says:\n" + logged.strip()));
        }
    }

    Optional<OsProcess> postmaster() {
        return PostmasterFile.read(node.layout().postmasterFile())
                .filter(file -> file.running(node.layout().data()))
                .map(PostmasterFile::process);
    }

    private void signal(OsProcess postmaster, Signal signal) {
        if (!postmaster.signal(signal) && postmaster.alive()) {
            throw LabException.of("could not send signal " + signal + " to process " + postmaster.pid());
        }
    }

    /** The postmaster first, then, after a crash, its children, who hold the shared memory until they have noticed. */
    private void awaitEnd(OsProcess postmaster, String purpose) {
        new Waiting(purpose, node.deadline(), () -> lastAnswer(postmaster)).until(() -> !postmaster.alive());
        Path data = node.layout().data();
        new Waiting(purpose, node.deadline(), () -> "processes " + OsProcess.in(data))
                .until(() -> OsProcess.in(data).isEmpty());
    }

    private String lastAnswer(OsProcess postmaster) {
        return "process " + postmaster.pid() + " is running with "
                + postmaster.children().size() + " children; the log ends with:\n"
                + String.join("\n", new ServerLog(node.layout().logFile()).tail(5));
    }

    private Performed done(long start) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Performed(line, List.of(PgCtl.done("shut down", elapsed), "server stopped"), elapsed);
    }
}
