package dev.pgduo.lab.fault.network;

import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.version.Capabilities;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes WAL on the primary, and measures how long the standby takes to confirm it.
 *
 * @param scene the fault's context
 */
record Transfer(Scene scene) {
    private static final String MEASURED = "measured";

    /** Makes a small commit. */
    void write() {
        write(1);
    }

    /**
     * Makes a commit with at least this many bytes of WAL: a transaction that writes nothing is not flushed at once. The commit
     * waits for no standby, whatever synchronous_standby_names is.
     */
    void write(long bytes) {
        scene.ask(
                scene.other(),
                "select set_config('synchronous_commit', 'local', true), pg_logical_emit_message(true, 'pgduo', repeat('x', "
                        + bytes + "))");
    }

    /**
     * The time until the standby has confirmed the WAL that this writes; empty when it takes longer than the limit. It is
     * measured once and noted.
     */
    Optional<Duration> confirmed(Runnable writing, Duration most) {
        Optional<Duration> known = scene.note(MEASURED).map(Long::valueOf).map(Duration::ofMillis);
        if (known.isPresent()) {
            return known;
        }
        Capabilities server = scene.lab().capabilities();
        long start = System.nanoTime();
        writing.run();
        String end = scene.ask(scene.other(), "select " + server.walFunction("pg_current_wal_lsn") + "()");
        boolean arrived = Wait.to("see the WAL confirmed", most)
                .comesTrue(() -> scene.ask(
                                scene.other(),
                                "select count(*) from pg_stat_replication where "
                                        + server.statReplicationColumn("flush_lsn") + " >= '" + end + "'")
                        .equals("1"));
        if (!arrived) {
            return Optional.empty();
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        scene.note(MEASURED, Long.toString(taken.toMillis()));
        return Optional.of(taken);
    }

    /** A duration for messages. */
    static String words(Duration time) {
        return time.toMillis() < 1000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
