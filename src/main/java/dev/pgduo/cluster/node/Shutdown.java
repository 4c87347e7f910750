package dev.pgduo.cluster.node;

import dev.pgduo.cluster.control.ControlState;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.server.ServerInspector;
import dev.pgduo.cluster.server.ServerLog;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ends a server by a signal to its postmaster.
 *
 * @param node the node's settings
 * @param line the command line that a person would type
 */
record Shutdown(NodeSettings node, String line) {
    private PgCtl pgCtl() {
        return new PgCtl(node);
    }

    PgCtlResult stop(StopMode mode, Consumer<String> begins) {
        long start = System.nanoTime();
        OsProcess postmaster = running();
        begins.accept(line);
        if (mode == StopMode.SMART) {
            node.query().release();
        }
        signal(postmaster, mode.signal());
        awaitEnd(postmaster, "stop server (" + mode + ")");
        return done(start);
    }

    /** Kills the server, and verifies afterwards that it ended without a shutdown. */
    PgCtlResult crash(CrashKind kind, Consumer<String> begins) {
        long start = System.nanoTime();
        OsProcess postmaster = running();
        begins.accept(line);
        ServerLog log = new ServerLog(node.layout().logFile());
        long offset = log.length();
        switch (kind) {
            case IMMEDIATE -> signal(postmaster, Signal.QUIT);
            case KILL -> signal(postmaster, Signal.KILL);
            case POWER -> powerOff(postmaster);
        }
        awaitEnd(postmaster, "crash server (" + kind + ")");
        verify(kind, log.since(offset));
        PgCtlResult done = done(start);
        return kind == CrashKind.IMMEDIATE ? done : new PgCtlResult(line, List.of(), done.elapsed());
    }

    private void verify(CrashKind kind, String logged) {
        Optional<ControlState> state = new ServerInspector(node).controlState();
        boolean asExpected = kind == CrashKind.IMMEDIATE
                ? logged.contains("received immediate shutdown request")
                : !logged.contains("database system is shut down");
        if (state.map(ControlState::clean).orElse(false) || !asExpected) {
            throw new LabException(
                    ErrorReport.error("could not crash node " + node.name() + ": it was shut down cleanly")
                            .detail("pg_control says \""
                                    + state.map(ControlState::toString).orElse("nothing") + "\"; the log says:\n"
                                    + logged.strip()));
        }
    }

    /**
     * The postmaster.
     *
     * @throws LabException with pg_ctl's message when none runs; a running one is found even when its data directory is damaged
     */
    OsProcess running() {
        return new ServerInspector(node).postmaster().orElseThrow(() -> {
            pgCtl().requireCluster(line);
            return pgCtl().notRunning(line);
        });
    }

    /**
     * Sends a signal. Frozen processes are continued: a frozen postmaster would not handle it, and a frozen child would outlive
     * the postmaster.
     */
    private void signal(OsProcess postmaster, Signal signal) {
        if (!postmaster.signal(signal) && postmaster.alive()) {
            throw LabException.of("could not send signal " + signal + " to process " + postmaster.pid());
        }
        OsProcess.signal(
                Signal.CONT,
                OsProcess.in(node.layout().data()).stream()
                        .filter(OsProcess::stopped)
                        .toList());
    }

    /** Stops all processes, the postmaster first, so that it starts no further ones, and kills them. */
    private void powerOff(OsProcess postmaster) {
        postmaster.signal(Signal.STOP);
        new Wait("stop process " + postmaster.pid(), node.deadline(), () -> "it runs")
                .until(() -> postmaster.stopped() || !postmaster.alive());
        List<OsProcess> all = new ArrayList<>(List.of(postmaster));
        all.addAll(postmaster.descendants());
        OsProcess.signal(Signal.STOP, all);
        OsProcess.signal(Signal.KILL, all);
    }

    /**
     * Waits for the end of the postmaster and, after a crash, of its children, which use the shared memory until they notice.
     */
    private void awaitEnd(OsProcess postmaster, String purpose) {
        new Wait(purpose, node.deadline(), () -> lastAnswer(postmaster)).until(() -> !postmaster.alive());
        Path data = node.layout().data();
        new Wait(purpose, node.deadline(), () -> "processes " + OsProcess.in(data))
                .until(() -> OsProcess.in(data).isEmpty());
    }

    private String lastAnswer(OsProcess postmaster) {
        return "process " + postmaster.pid() + " is running with "
                + postmaster.children().size() + " children; the log ends with:\n"
                + String.join("\n", new ServerLog(node.layout().logFile()).tail(5));
    }

    private PgCtlResult done(long start) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new PgCtlResult(line, List.of(PgCtl.done("shut down", elapsed), "server stopped"), elapsed);
    }
}
