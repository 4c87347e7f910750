package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.pair.NodeInspector;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.ReplicationState;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Exchanges the roles of a healthy pair without losing a row: the primary is stopped before the standby is promoted. */
public final class Switchover {
    private static final Wait RECEIVED = Wait.to("switch over", Duration.ofSeconds(30));

    private final Lab lab;
    private final StandbySteps steps;

    public Switchover(Lab lab, StandbySteps steps) {
        this.lab = lab;
        this.steps = steps;
    }

    /**
     * Makes the standby the primary and the primary its standby; returns what was waited for at the end, and how long.
     *
     * @throws LabException when the pair is not healthy, or when the standby does not receive all that the primary wrote; the
     * primary is then started again
     */
    public Waited run() {
        Finding finding = lab.check().look();
        if (!finding.verdict().situation().healthy()) {
            throw new LabException(
                    ErrorReport.error("cannot switch over: " + finding.verdict().words())
                            .hint("A switchover needs a healthy pair. "
                                    + finding.verdict().advice()));
        }
        NodeName old = finding.verdict().primary();
        NodeName next = old.other();
        requireReplay(next, finding);
        Optional<SlotName> slot = finding.picture()
                .of(next)
                .files()
                .slot()
                .filter(SlotName::valid)
                .map(SlotName::new);
        steps.checkpoint(old);
        steps.stop(old, StopMode.FAST);
        awaitAll(old, next);
        steps.promote(next);
        steps.follow(old, next, Optional.of(slot.orElse(StandbySteps.SLOT)));
        steps.start(old);
        return new Streaming(lab).await(next, old);
    }

    private static void requireReplay(NodeName standby, Finding finding) {
        if (finding.picture()
                .of(standby)
                .answer()
                .filter(ReplicationState::paused)
                .isPresent()) {
            throw LabException.of(
                    "cannot switch over: replay is paused on node " + standby,
                    "Resume it with \"wal resume " + standby + "\".");
        }
    }

    private void awaitAll(NodeName old, NodeName next) {
        Lsn end = new NodeInspector(lab.node(old))
                .look(Optional.empty())
                .wal()
                .map(wal -> wal.end().lsn())
                .orElse(new Lsn(0));
        if (!received(old, () -> replayed(next).compareTo(end) >= 0)) {
            steps.start(old);
            throw new LabException(ErrorReport.error(
                            "could not switch over: node " + next + " did not get all of node " + old + "'s WAL")
                    .detail("It has replayed " + replayed(next) + " of " + end + "; node " + old + " runs again."));
        }
    }

    /**
     * Waits until the standby has received everything; after a failure or an interrupt the primary is started again before the
     * exception is thrown.
     */
    private boolean received(NodeName old, BooleanSupplier all) {
        try {
            return RECEIVED.comesTrue(all);
        } catch (LabException e) {
            boolean interrupted = Thread.interrupted();
            try {
                steps.start(old);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            throw e;
        }
    }

    private Lsn replayed(NodeName standby) {
        try {
            String lsn = lab.query(standby)
                    .scalar("select " + lab.capabilities().walFunction("pg_last_wal_replay_lsn") + "()");
            return lsn.isEmpty() ? new Lsn(0) : Lsn.parse(lsn);
        } catch (ServerUnavailable e) {
            return new Lsn(0);
        }
    }
}
