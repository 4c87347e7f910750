package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Consent;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.Streaming;
import dev.pgduo.lab.conf.NodeConf;
import dev.pgduo.lab.load.daemon.LabLoad;
import dev.pgduo.lab.load.daemon.LoadOrder;
import dev.pgduo.lab.loss.FailoverDrill;
import dev.pgduo.lab.loss.FailoverFigures;
import dev.pgduo.lab.loss.SynchronousCommit;
import dev.pgduo.lab.pair.Amount;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code failover}, a failover on purpose with a report. */
public final class FailoverCommand {
    private static final int CLIENTS = 4;
    private static final double RATE = 200;
    private static final int MOST_TIMES = 100;
    private static final List<String> COLUMNS =
            List.of("run", "outage", "notice", "promote", "write", "acknowledged", "lost", "unknown");

    @Command(
            name = "failover",
            group = "faults",
            description = "crash the primary under load, promote the standby, and measure outage and loss",
            help =
                    "outage is the time in which no client could commit (RTO): notice until the failure was detected, promote"
                            + " until the standby accepted writes, write until the first client had committed there. lost is the"
                            + " number of acknowledged transactions that are missing afterwards (RPO). A load is started for the"
                            + " test when none runs. The old primary is left as it is: \"loss\" shows what only it has, \"up\""
                            + " makes it a standby. With --times it is made a standby between the runs, which discards its own"
                            + " transactions.")
    void failover(
            @Option(longName = "how", defaultValue = "kill", description = "how the primary fails")
                    FailoverDrill.How how,
            @Option(longName = "sync", description = "with synchronous replication") boolean sync,
            @Option(longName = "times", defaultValue = "1", description = "number of repetitions, 1 to 100") int times,
            @Option(longName = "yes", description = "do not ask before data are removed") boolean yes,
            LabContext context) {
        if (times < 1 || times > MOST_TIMES) {
            throw new LabException(ErrorReport.error("invalid value for --times: \"" + times + "\"")
                    .detail("A failover is done 1 to " + MOST_TIMES + " times."));
        }
        how.fault();
        Plan plan = new Plan(how, sync, times);
        NodeName primary = FailoverDrill.primary(context.lab());
        if (times > 1) {
            context.confirmation()
                    .of(plan.words(), yes)
                    .overwrite(
                            primary, "loses, after each run, the transactions that node " + primary.other() + " lacks");
        }
        boolean started = startLoad(context);
        try {
            report(runs(plan, context), context);
        } finally {
            if (started) {
                endLoad(context);
            }
        }
        context.desk().wrote();
    }

    private record Plan(FailoverDrill.How how, boolean sync, int times) {
        /** The option's value as it is typed. */
        String words() {
            String way =
                    how == FailoverDrill.How.KILL ? "" : " --how " + how.name().toLowerCase(Locale.ROOT);
            return "failover" + way + (sync ? " --sync" : "") + " --times " + times;
        }
    }

    private static boolean startLoad(LabContext context) {
        LabLoad load = context.lab().load();
        if (load.running()) {
            LoadOrder order = load.order();
            if (!order.writing() || order.on().isPresent()) {
                throw new LabException(
                        ErrorReport.error("cannot measure a failover: the load that runs does not write to the primary")
                                .hint("\"load stop\" ends it; \"failover\" starts one when none runs."));
            }
            return false;
        }
        LoadOrder order =
                new LoadStart(context, "primary", true).order(Optional.empty(), CLIENTS, OptionalDouble.of(RATE));
        load.start(order, context.lab().isThrowAway());
        context.out().println(LoadReport.started(order));
        context.out().flush();
        return true;
    }

    /** Ends the load, also after an interrupt. */
    private static void endLoad(LabContext context) {
        boolean interrupted = Thread.interrupted();
        try {
            context.steps().endLoad();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static List<FailoverFigures> runs(Plan plan, LabContext context) {
        List<FailoverFigures> all = new ArrayList<>();
        for (int run = 1; run <= plan.times(); run++) {
            if (run > 1) {
                context.steps().pair(Consent.GIVEN).up();
                context.desk().wrote();
            }
            FailoverFigures figures = one(plan, context);
            all.add(figures);
            context.out().println("node " + figures.from().other() + " has taken over from node " + figures.from());
            context.out().flush();
        }
        return all;
    }

    private static FailoverFigures one(Plan plan, LabContext context) {
        Lab lab = context.lab();
        FailoverDrill drill = new FailoverDrill(
                lab, context.steps().standby(), context.steps().faults());
        NodeName primary = FailoverDrill.primary(lab);
        new Streaming(lab).catchUp(primary.other());
        if (!plan.sync()) {
            return drill.run(plan.how());
        }
        try (SynchronousCommit waiting = SynchronousCommit.on(
                lab,
                primary,
                context.steps().standby(),
                (node, name, value) ->
                        context.steps().echo().change(node, new NodeConf(lab, node).set(null, name, value)))) {
            return drill.run(plan.how());
        }
    }

    private static void report(List<FailoverFigures> all, LabContext context) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            FailoverFigures one = all.get(i);
            rows.add(row(Integer.toString(i + 1), time -> time.apply(one), count -> count.applyAsLong(one)));
        }
        if (all.size() > 1) {
            rows.add(row(
                    "median",
                    time -> times(all, time).get(all.size() / 2),
                    count -> counts(all, count)[all.size() / 2]));
            rows.add(row(
                    "max", time -> times(all, time).get(all.size() - 1), count -> counts(all, count)[all.size() - 1]));
        }
        context.table(COLUMNS, rows);
        FailoverFigures last = all.get(all.size() - 1);
        context.out()
                .println("node " + last.from() + " has " + Amount.bytes(last.bytes()) + " of WAL of its own, with "
                        + last.commits() + (last.commits() == 1 ? " commit" : " commits")
                        + ": \"loss\" shows it, \"up\" makes a standby of the node");
    }

    private static List<@Nullable String> row(
            String name,
            Function<Function<FailoverFigures, Duration>, Duration> times,
            ToLongFunction<ToLongFunction<FailoverFigures>> counts) {
        return Arrays.asList(
                name,
                seconds(times.apply(one -> one.time().outage())),
                seconds(times.apply(one -> one.time().notice())),
                seconds(times.apply(one -> one.time().promote())),
                seconds(times.apply(one -> one.time().write())),
                Long.toString(counts.applyAsLong(one -> one.cost().acknowledged())),
                Long.toString(counts.applyAsLong(one -> one.cost().lost())),
                Long.toString(counts.applyAsLong(one -> one.cost().unknown())));
    }

    private static List<Duration> times(List<FailoverFigures> all, Function<FailoverFigures, Duration> time) {
        return all.stream().map(time).sorted().toList();
    }

    private static long[] counts(List<FailoverFigures> all, ToLongFunction<FailoverFigures> count) {
        return all.stream().mapToLong(count).sorted().toArray();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9);
    }
}
