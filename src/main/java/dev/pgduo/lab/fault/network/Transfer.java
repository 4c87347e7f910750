package dev.pgduo.lab.fault.network;

import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.version.Capabilities;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * WAL on its way from the primary to its standby.
 *
 * @param scene where
 */
record Transfer(Scene scene) {
    private static final String MEASURED = "measured";

    /** A small commit. */
    void write() {
        write(1);
    }

    /**
     * A commit with at least so many bytes of WAL: one that has written nothing is not flushed at once. It waits for no standby,
     * whatever synchronous_standby_names says.
     */
    void write(long bytes) {
        scene.ask(
                scene.other(),
                "select set_config('synchronous_commit', 'local', true), pg_logical_emit_message(true, 'pgduo', repeat('x', "
                        + bytes + "))");
    }

    /**
     * How long it takes until the standby has confirmed what this writes; empty when it takes longer than that. It is measured once,
     * and written down.
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

    /** A time as a person reads it. */
    static String words(Duration time) {
        return time.toMillis() < 1000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
