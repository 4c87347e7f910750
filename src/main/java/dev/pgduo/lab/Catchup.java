package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.ServerQuery;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.version.Capabilities;
import java.time.Duration;
import java.util.Optional;

/**
 * The wait before a read on a standby: until it has replayed what was written on the primary.
 *
 * <p>The wait ends at once, unsuccessful, where it cannot succeed: replay is paused, or no WAL is being received.
 */
public final class Catchup {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Capabilities capabilities;

    public Catchup(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** Waits for the standby; empty when a server could not be asked. */
    public Optional<Waited> await(ServerQuery primary, ServerQuery standby, NodeName name) {
        long start = System.nanoTime();
        try {
            Lsn target = Lsn.parse(primary.scalar("select " + capabilities.walFunction("pg_current_wal_lsn") + "()"));
            Progress progress = new Progress(standby, target, start);
            boolean met = Wait.to("have " + name + " replay " + target, LONGEST).comesTrue(progress::over)
                    && progress.reached;
            return Optional.of(
                    new Waited(name + " has replayed " + target, Duration.ofNanos(System.nanoTime() - start), met));
        } catch (ServerUnavailable e) {
            return Optional.empty();
        }
    }

    private final class Progress {
        private final ServerQuery standby;
        private final Lsn target;
        private final long start;
        private boolean reached;

        Progress(ServerQuery standby, Lsn target, long start) {
            this.standby = standby;
            this.target = target;
            this.start = start;
        }

        boolean over() {
            try {
                String lsn = standby.scalar("select " + capabilities.walFunction("pg_last_wal_replay_lsn") + "()");
                reached = !lsn.isEmpty() && Lsn.parse(lsn).compareTo(target) >= 0;
                return reached || hopeless();
            } catch (ServerUnavailable e) {
                // An interrupt closes the connection as well; the wait itself then reports the interrupt.
                return !Thread.currentThread().isInterrupted();
            }
        }

        private boolean hopeless() throws ServerUnavailable {
            if (System.nanoTime() - start < GRACE.toNanos()) {
                return paused();
            }
            return paused()
                    || standby.scalar("select count(*) from pg_stat_wal_receiver")
                            .equals("0");
        }

        private boolean paused() throws ServerUnavailable {
            return standby.scalar("select " + capabilities.walFunction("pg_is_wal_replay_paused") + "()")
                    .equals("t");
        }
    }
}
