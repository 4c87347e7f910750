package dev.pgduo.cluster.node;

import dev.pgduo.cluster.control.ControlState;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.server.ServerInspector;
import dev.pgduo.cluster.server.ServerLog;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Promotes a standby: makes a trigger file, sends a signal so that the server looks for it, and waits until pg_control has the
 * new state.
 *
 * @param node the node's settings
 * @param line the command line that a person would type
 * @param file the trigger file
 * @param signal the signal to the postmaster
 */
record Promotion(NodeSettings node, String line, Path file, Signal signal) {
    /**
     * The interval of further signals, because a startup process that waits between two attempts to reach a dead primary is
     * woken by a reload.
     */
    private static final long NUDGE_NANOS = Duration.ofMillis(150).toNanos();

    /** A promotion as by pg_ctl. */
    static Promotion byPgCtl(NodeSettings node) {
        Path file = node.layout().data().resolve("promote");
        return new Promotion(node, new PgCtl(node).line("promote"), file, Signal.USR1);
    }

    /**
     * A promotion by the trigger file that the settings name. The server looks for it every 5 s; a reload makes it look at
     * once.
     */
    static Promotion byTriggerFile(NodeSettings node, Path file) {
        return new Promotion(node, "touch " + OsCommand.quote(file.toString()), file, Signal.HUP);
    }

    PgCtlResult run(Consumer<String> begins) {
        long start = System.nanoTime();
        OsProcess postmaster = new Shutdown(node, line).running();
        if (!new ServerInspector(node).standby()) {
            throw new PgCtl(node).notStandby(line);
        }
        refuseWhilePaused();
        begins.accept(line);
        new SettingsFile(file, node.runAs()).edit(text -> "");
        postmaster.signal(signal);
        await(postmaster);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new PgCtlResult(line, output(elapsed), elapsed);
    }

    private List<String> output(Duration elapsed) {
        if (signal == Signal.HUP) {
            return List.of();
        }
        return node.capabilities().has(Feature.PROMOTE_WAITS)
                ? List.of(PgCtl.done("promote", elapsed), "server promoted")
                : List.of("server promoting");
    }

    private void await(OsProcess postmaster) {
        AtomicLong nudged = new AtomicLong(System.nanoTime());
        new Wait("promote server", node.deadline(), this::lastAnswer).until(() -> {
            if (promoted() && writable()) {
                return true;
            }
            if (System.nanoTime() - nudged.get() > NUDGE_NANOS) {
                refuseWhilePaused();
                postmaster.signal(Signal.HUP);
                nudged.set(System.nanoTime());
            }
            if (!postmaster.alive()) {
                throw new PgCtl(node).notRunning(line);
            }
            return false;
        });
    }

    /** Refuses a promotion while replay is paused, where a promotion does not end the pause and would wait for ever. */
    private void refuseWhilePaused() {
        Capabilities capabilities = node.capabilities();
        if (capabilities.has(Feature.PROMOTION_ENDS_PAUSE)) {
            return;
        }
        String received = capabilities.walFunction("pg_last_wal_receive_lsn") + "()";
        String replayed = capabilities.walFunction("pg_last_wal_replay_lsn") + "()";
        try {
            String waiting = node.query()
                    .scalar("select " + received + " || ', replayed up to ' || " + replayed
                            + " where " + capabilities.walFunction("pg_is_wal_replay_paused") + "() and " + received
                            + " > "
                            + replayed);
            if (!waiting.isEmpty()) {
                throw new LabException(
                        ErrorReport.error("could not promote node " + node.name() + ": its replay of WAL is paused")
                                .detail("WAL is received up to " + waiting + "; before PostgreSQL "
                                        + Feature.PROMOTION_ENDS_PAUSE.first()
                                        + " a promotion waits until the rest is replayed, too.")
                                .hint("Resume the replay first: \"wal resume " + node.name() + "\"."));
            }
        } catch (ServerUnavailable e) {
            // Without hot_standby nobody can connect, so that nobody can have paused replay.
            return;
        }
    }

    /** Whether sessions can write, which is so a moment after pg_control was written; true when there is no connection. */
    private boolean writable() {
        try {
            return node.query().scalar("select pg_is_in_recovery()").startsWith("f");
        } catch (ServerUnavailable e) {
            return true;
        }
    }

    private boolean promoted() {
        return state().map(state -> state == ControlState.IN_PRODUCTION).orElse(true);
    }

    private Optional<ControlState> state() {
        return new ServerInspector(node).controlState();
    }

    private String lastAnswer() {
        return "pg_control says \"" + state().map(ControlState::toString).orElse("nothing") + "\"; the log ends with:\n"
                + String.join("\n", new ServerLog(node.layout().logFile()).tail(5));
    }
}
