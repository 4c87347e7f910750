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
 * Makes a standby a primary: a file that tells it so, a signal that makes it look for the file, then a wait for pg_control to say
 * that it is done.
 *
 * @param node whose
 * @param line what a person would type
 * @param file what the server looks for
 * @param signal what makes it look
 */
record Promotion(NodeSettings node, String line, Path file, Signal signal) {
    /** A startup process that sleeps between two tries to reach a dead primary is woken by a reload. */
    private static final long NUDGE_NANOS = Duration.ofMillis(150).toNanos();

    /** As pg_ctl does it. */
    static Promotion byPgCtl(NodeSettings node) {
        Path file = node.layout().data().resolve("promote");
        return new Promotion(node, new PgCtl(node).line("promote"), file, Signal.USR1);
    }

    /** By the file that the server's settings name. It looks for it every 5 s; a reload makes it look at once. */
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

    /** Where a promotion does not end the pause of replay, it never comes to its end while there is something to replay. */
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
            // Without hot_standby nobody can ask, and nobody can have paused it.
            return;
        }
    }

    /** pg_control is written a moment before sessions may write; without a connection the file must do. */
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
