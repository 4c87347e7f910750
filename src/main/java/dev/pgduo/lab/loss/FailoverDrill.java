package dev.pgduo.lab.loss;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.FaultVerdict;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
import dev.pgduo.lab.fault.catalogue.Faults;
import dev.pgduo.lab.load.daemon.LoadFigures;
import dev.pgduo.lab.loss.FailoverFigures.Phases;
import dev.pgduo.lab.loss.FailoverFigures.Transactions;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failover on purpose while a load runs: the primary gets a fault, its failure is noticed, it is fenced, and the standby is
 * promoted. For one thread; a load that writes must be running.
 */
public final class FailoverDrill {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WARM = 20;

    private final Lab lab;
    private final StandbySteps steps;
    private final Faults faults;

    public FailoverDrill(Lab lab, StandbySteps steps, Faults faults) {
        this.lab = lab;
        this.steps = steps;
        this.faults = faults;
    }

    /** The fault of the primary. */
    public enum How {
        /** The postmaster gets SIGKILL. */
        KILL("kill"),
        /** All processes die at once. */
        POWER("power"),
        /** The network between the nodes is cut; clients can still reach the old primary until it is fenced. */
        CUT("cut"),
        /** All processes are suspended. */
        FREEZE("freeze-node");

        private final String fault;

        How(String fault) {
            this.fault = fault;
        }

        /**
         * The fault in the catalogue.
         *
         * @throws LabException when there is none of this name
         */
        public Fault fault() {
            return FaultCatalogue.get(fault);
        }
    }

    /**
     * Runs the failover, and returns what it has cost.
     *
     * @throws LabException when the pair is not healthy, or the fault did not happen; the fault is then healed unless the
     * standby was promoted
     */
    public FailoverFigures run(How how) {
        Fault fault = how.fault();
        NodeName old = primary(lab);
        LoadLoss before = loss(old);
        long since = micros();
        warm();
        long promotes;
        try {
            inject(fault, how, old);
            notice(how, old);
            fence(old);
            promotes = micros();
            steps.promote(old.other());
        } catch (RuntimeException e) {
            undone(() -> heal(fault, old), e);
            throw e;
        }
        long promoted = micros();
        Outage outage;
        try {
            outage = outage(old, since);
        } catch (RuntimeException e) {
            undone(() -> endFault(fault), e);
            throw e;
        }
        endFault(fault);
        return figures(old, before, new long[] {outage.last(), promotes, promoted, outage.first()});
    }

    /**
     * The primary of a healthy pair.
     *
     * @throws LabException when the pair is not healthy
     */
    public static NodeName primary(Lab lab) {
        Finding finding = lab.check().look();
        if (!finding.verdict().situation().healthy()) {
            throw new LabException(
                    ErrorReport.error("cannot fail over: " + finding.verdict().words())
                            .hint("A failover needs a healthy pair. "
                                    + finding.verdict().advice()));
        }
        return finding.verdict().primary();
    }

    private LoadLoss loss(NodeName node) {
        return LoadLoss.of(lab, node)
                .orElseThrow(() ->
                        new LabException(ErrorReport.error("cannot measure a failover: no load writes to the primary")
                                .hint("\"load stop\", then \"load start\", or leave it to \"failover\".")));
    }

    /** Waits until the clients have begun to commit. */
    private void warm() {
        long begin = acknowledged();
        new Wait("see the load commit", new Deadline(PATIENCE), () -> acknowledged() + " commits")
                .until(() -> acknowledged() >= begin + WARM);
    }

    private long acknowledged() {
        return lab.load()
                .live()
                .map(LoadFigures::counts)
                .map(LoadFigures.Counts::acknowledged)
                .orElse(0L);
    }

    private void inject(Fault fault, How how, NodeName old) {
        boolean any = how == How.CUT;
        FaultVerdict verdict = faults.inject(fault, any ? Optional.empty() : Optional.of(old), Map.of());
        if (!(verdict instanceof FaultVerdict.Confirmed)) {
            throw new LabException(ErrorReport.error(
                            "could not fail over: fault " + fault.card().name() + " did not happen as it should")
                    .detail(String.valueOf(verdict))
                    .hint("\"status\" shows the state of the nodes."));
        }
    }

    /**
     * Waits until the primary's failure is noticed. When the network is cut, that is so at once, although the primary still
     * answers its clients.
     */
    private void notice(How how, NodeName old) {
        if (how != How.CUT) {
            new Wait("see node " + old + " gone", new Deadline(PATIENCE), () -> "it answers")
                    .until(() -> !Lost.answers(lab, old));
        }
    }

    /** Fences the old primary: it must be dead before the standby is promoted. */
    private void fence(NodeName old) {
        Node node = lab.node(old).telling(line -> faults.told().command(old, line));
        if (node.status().pid().isPresent()) {
            node.crash(CrashKind.POWER);
        }
    }

    private Outage outage(NodeName old, long since) {
        new Wait("see a commit on node " + old.other(), new Deadline(PATIENCE), this::obstacle)
                .until(() -> lab.load()
                                .live()
                                .flatMap(LoadFigures::node)
                                .filter(old.other()::equals)
                                .isPresent()
                        && Outage.of(lab.load().files().ledger(), old, since).isPresent());
        return Outage.of(lab.load().files().ledger(), old, since).orElseThrow();
    }

    private String obstacle() {
        return lab.load().figures().map(figures -> figures.words().obstacle()).orElse("no load");
    }

    private FailoverFigures figures(NodeName old, LoadLoss before, long[] times) {
        LoadLoss after = loss(old.other());
        Lost lost = Lost.of(lab);
        // A transaction may be acknowledged by the dying server when the promotion has begun already.
        long noticed = Math.max(times[0], times[1]);
        long written = Math.max(noticed, times[2]);
        return new FailoverFigures(
                old,
                new Phases(
                        between(times[0], noticed),
                        between(noticed, written),
                        between(written, Math.max(written, times[3]))),
                new Transactions(
                        after.told().acknowledged() - before.told().acknowledged(),
                        (long) after.check().lost() - before.check().lost(),
                        after.told().unknown() - before.told().unknown()),
                lost.own().bytes(),
                lost.own().commits());
    }

    private static Duration between(long from, long to) {
        return Duration.of(to - from, ChronoUnit.MICROS);
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private List<StandingFault> standing(Fault fault) {
        return faults.standing().stream()
                .filter(one -> one.name().equals(fault.card().name()))
                .toList();
    }

    /** Ends the fault after the failover; a node that it has killed is not started. */
    private void endFault(Fault fault) {
        if (fault.card().group() != FaultGroup.DEATH) {
            standing(fault).forEach(faults::heal);
        }
    }

    /** Heals the fault when the standby was not promoted, so that the old primary goes on. */
    private void heal(Fault fault, NodeName old) {
        standing(fault).forEach(faults::heal);
        if (lab.node(old).status().pid().isEmpty()
                && !lab.check().look().picture().wouldBeSecondPrimary(old)) {
            steps.start(old);
        }
    }

    /** Runs this after a failure, also when the thread was interrupted. */
    private static void undone(Runnable work, RuntimeException failure) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } catch (LabException e) {
            failure.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
