package dev.pgduo.cluster;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.version.Feature;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes a standby a primary: the promote file and SIGUSR1, as pg_ctl does, then a wait for pg_control to say so.
 *
 * @param node whose
 */
record Promotion(NodeSettings node) {
    /** A startup process that sleeps between two tries to reach a dead primary is woken by a reload. */
    private static final long NUDGE_NANOS = Duration.ofMillis(150).toNanos();

    Performed run() {
        long start = System.nanoTime();
        PgCtl pgCtl = new PgCtl(node.layout());
        String line = pgCtl.line("promote");
        pgCtl.requireCluster(line);
        OsProcess postmaster = new Shutdown(node, line).postmaster().orElseThrow(() -> pgCtl.notRunning(line));
        if (state() != ControlState.IN_ARCHIVE_RECOVERY) {
            throw pgCtl.notStandby(line);
        }
        new SettingsFile(node.layout().data().resolve("promote"), node.runAs()).edit(text -> "");
        postmaster.signal(Signal.USR1);
        await(postmaster);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        List<String> output = node.capabilities().has(Feature.PROMOTE_WAITS)
                ? List.of(PgCtl.done("promote", elapsed), "server promoted")
                : List.of("server promoting");
        return new Performed(line, output, elapsed);
    }

    private void await(OsProcess postmaster) {
        AtomicLong nudged = new AtomicLong(System.nanoTime());
        new Waiting("promote server", node.deadline(), this::lastAnswer).until(() -> {
            if (state() == ControlState.IN_PRODUCTION && writable()) {
                return true;
            }
            if (System.nanoTime() - nudged.get() > NUDGE_NANOS) {
                postmaster.signal(Signal.HUP);
                nudged.set(System.nanoTime());
            }
            if (!postmaster.alive()) {
                throw new PgCtl(node.layout()).notRunning("pg_ctl promote");
            }
            return false;
        });
    }

    /** pg_control is written a moment before sessions may write; without a connection the file must do. */
    private boolean writable() {
        try {
            return node.query().scalar("select pg_is_in_recovery()").startsWith("f");
        } catch (ServerUnavailable e) {
            return true;
        }
    }

    private ControlState state() {
        return ControlFile.read(node.layout().controlFile()).state();
    }

    private String lastAnswer() {
        return "pg_control says \"" + state() + "\"; the log ends with:\n"
                + String.join("\n", new ServerLog(node.layout().logFile()).tail(5));
    }
}
