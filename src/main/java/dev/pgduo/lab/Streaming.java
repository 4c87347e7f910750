package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.ServerQuery;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.pair.PairVerdict;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;

/** The wait until a standby streams from its primary. */
public final class Streaming {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Lab lab;

    public Streaming(Lab lab) {
        this.lab = lab;
    }

    /**
     * Waits until the primary's pg_stat_replication shows that its standby streams.
     *
     * @throws LabException when it does not within 30 s, with lines of the standby's log, or when this thread is interrupted
     */
    public Waited await(NodeName primary, NodeName standby) {
        long start = System.nanoTime();
        if (!Wait.to("have node " + standby + " stream", LONGEST).comesTrue(() -> streams(lab.query(primary)))) {
            throw new LabException(ErrorReport.error("node " + standby + " does not stream from node " + primary)
                    .detail("The last lines of its log are:\n"
                            + String.join("\n", lab.node(standby).logTail(10)))
                    .hint(advice("Check primary_conninfo and the slot with \"conf show\" and \"slot list\".")));
        }
        return new Waited(
                "node " + standby + " streams from node " + primary, Duration.ofNanos(System.nanoTime() - start), true);
    }

    /**
     * Waits until a standby has replayed all that its primary has written so far.
     *
     * @throws LabException when it cannot be waited for, or takes more than 10 s
     */
    public Waited catchUp(NodeName standby) {
        Waited waited = new Catchup(lab.capabilities())
                .await(lab.query(standby.other()), lab.query(standby), standby)
                .orElseThrow(() -> new LabException(ErrorReport.error(
                                "could not ask node " + standby.other() + " what it has written")
                        .hint(NextStep.toRun(
                                standby.other(), lab.node(standby.other()).status()))));
        if (!waited.met()) {
            throw new LabException(ErrorReport.error("node " + standby + " does not catch up")
                    .detail("Gave up after " + waited.elapsed().toMillis() + " ms: waited until " + waited.condition()
                            + ".")
                    .hint(advice("Is replay paused, or the connection between the nodes gone? See \"status\".")));
        }
        return waited;
    }

    /** The HINT of the verdict about the pair when the pair is not healthy; else this other text. */
    private String advice(String otherwise) {
        PairVerdict verdict = lab.check().look().verdict();
        return verdict.commands().isEmpty() ? otherwise : sentence(verdict.words()) + " " + verdict.advice();
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /** Whether a standby streams from this server. */
    static boolean streams(ServerQuery primary) {
        try {
            return !primary.scalar("select count(*) from pg_stat_replication where state = 'streaming'")
                    .equals("0");
        } catch (ServerUnavailable e) {
            return false;
        }
    }
}
