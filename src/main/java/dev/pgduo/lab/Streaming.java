package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.ServerQuery;
import dev.pgduo.cluster.ServerUnavailable;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;

/** The wait until a standby streams from its primary. */
public final class Streaming {
    private static final Pause PAUSE = new Pause(Duration.ofMillis(3), Duration.ofSeconds(30));

    private final Lab lab;

    public Streaming(Lab lab) {
        this.lab = lab;
    }

    /**
     * Waits until the primary says that its standby streams.
     *
     * @throws LabException when it does not within 30 s; shows what the standby's log says
     */
    public Waited await(NodeName primary, NodeName standby) {
        long start = System.nanoTime();
        if (!PAUSE.until(() -> streams(lab.query(primary)))) {
            throw new LabException(ErrorReport.error("node " + standby + " does not stream from node " + primary)
                    .detail("The last lines of its log are:\n"
                            + String.join("\n", lab.node(standby).logTail(10)))
                    .hint("Check primary_conninfo and the slot with \"conf show\" and \"slot list\"."));
        }
        return new Waited(
                "node " + standby + " streams from node " + primary, Duration.ofNanos(System.nanoTime() - start), true);
    }

    /**
     * Waits until a standby has replayed all that its primary wrote until now.
     *
     * @throws LabException when it cannot be waited for, or takes more than 10 s
     */
    public Waited catchUp(NodeName standby) {
        Waited waited = new Catchup(lab.capabilities())
                .await(lab.query(standby.other()), lab.query(standby), standby)
                .orElseThrow(() -> LabException.of("could not ask both nodes", "Are they running? See \"status\"."));
        if (!waited.met()) {
            throw new LabException(ErrorReport.error("node " + standby + " does not catch up")
                    .detail("Gave up after " + waited.elapsed().toMillis() + " ms: waited until " + waited.condition()
                            + ".")
                    .hint("Is replay paused, or the connection between the nodes gone? See \"status\"."));
        }
        return waited;
    }

    /** Whether this server has a standby that streams. */
    static boolean streams(ServerQuery primary) {
        try {
            return !primary.scalar("select count(*) from pg_stat_replication where state = 'streaming'")
                    .equals("0");
        } catch (ServerUnavailable e) {
            return false;
        }
    }
}
