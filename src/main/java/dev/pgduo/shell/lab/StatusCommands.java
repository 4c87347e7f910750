package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabStatus;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.fault.catalogue.Faults;
import dev.pgduo.lab.load.daemon.LoadFigures;
import dev.pgduo.lab.loss.LossGauge;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.PairVerdict;
import dev.pgduo.lab.pair.ReplicationState;
import dev.pgduo.lab.place.LabDirectories;
import dev.pgduo.lab.place.LabState;
import dev.pgduo.lab.place.ThrowAwayPlace;
import dev.pgduo.lab.watch.LagHistory;
import dev.pgduo.lab.watch.Link;
import dev.pgduo.lab.watch.NodeFacts;
import dev.pgduo.lab.watch.PairFacts;
import dev.pgduo.lab.watch.PairLook;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.screen.Live;
import dev.pgduo.shell.screen.TextTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands {@code status} and {@code labs}. */
public final class StatusCommands {
    private static final List<String> COLUMNS = List.of("node", "state", "port", "pid", "timeline", "lsn");

    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Drawn terminal;

    public StatusCommands(Drawn terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "status",
            group = "lab",
            description = "show the state of the nodes and of replication",
            help = "At a terminal the pair is drawn; in a script, in a lab and while recording, it is a table.")
    void status(
            @Option(longName = "watch", description = "update the display until Ctrl-C") boolean watch,
            LabContext context) {
        if (!context.work().exists()) {
            context.out().println("there is no lab in " + context.work().directory() + " yet; \"up\" makes one");
            return;
        }
        if (watch && terminal.drawn(context)) {
            try (Live live = terminal.live()) {
                do {
                    live.show(lines(context));
                } while (pause());
            }
            return;
        }
        do {
            lines(context).forEach(context.out()::println);
            context.out().flush();
        } while (watch && pause());
    }

    @Command(
            name = "lag",
            group = "lab",
            description = "show how far the standby is behind, in bytes",
            help =
                    "At a terminal: a chart of the last minutes, updated until Ctrl-C. A running load has a line of its own.")
    void lag(LabContext context) {
        Optional<LagHistory> history = terminal.drawn(context) ? terminal.lag() : Optional.empty();
        if (history.isPresent()) {
            try (Live live = terminal.live()) {
                do {
                    List<String> chart = new ArrayList<>(
                            new LagChart(history.get().samples(), terminal.width(), System.nanoTime()).lines());
                    context.lab().load().live().map(LoadFigures::brief).ifPresent(chart::add);
                    live.show(terminal.lines(chart, context));
                } while (pause());
            }
            return;
        }
        PairFacts pair = PairLook.at(context.lab());
        List<List<@Nullable String>> rows = pair.primary()
                .flatMap(NodeFacts::answer)
                .flatMap(ReplicationState::sender)
                .map(sender -> row(sender, pair))
                .map(List::of)
                .orElse(List.of());
        context.table(List.of("state", "not_sent", "not_flushed", "not_replayed", "seconds"), rows);
        context.lab().load().live().map(LoadFigures::brief).ifPresent(context.out()::println);
    }

    private static List<@Nullable String> row(ReplicationState.Sender sender, PairFacts pair) {
        long unreplayed =
                pair.link().map(Link::behind).orElse(OptionalLong.empty()).orElse(sender.replay());
        return Arrays.asList(
                sender.state(),
                Long.toString(sender.sent()),
                Long.toString(sender.flush()),
                Long.toString(unreplayed),
                String.format(Locale.ROOT, "%.1f", sender.seconds()));
    }

    @Command(
            name = "labs",
            group = "lab",
            description = "list the labs of this user, including those that play --keep left")
    void labs(LabContext context) {
        LabDirectories directories =
                LabDirectories.of(System.getenv(), Path.of(System.getenv().getOrDefault("HOME", "/")));
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String name : directories.names()) {
            rows.add(row(name, directories.directory(name)));
        }
        ThrowAwayPlace.kept(System.getenv()).forEach(directory -> rows.add(row("", directory)));
        context.table(List.of("lab", "server", "directory"), rows);
    }

    /** The row of a lab; one whose state cannot be read is shown as damaged. */
    private static List<@Nullable String> row(String name, Path directory) {
        try {
            return Arrays.asList(name, LabState.load(directory).bin().toString(), directory.toString());
        } catch (LabException e) {
            return Arrays.asList(name, "(damaged)", directory.toString());
        }
    }

    private static List<String> drawing(LabContext context) {
        Lab lab = context.lab();
        PairFacts pair = PairLook.at(lab);
        Finding finding = lab.check().look();
        List<String> lines =
                new ArrayList<>(new PairDrawing(pair, finding, new LabStatus(lab, finding.picture()).nodes()).lines());
        List<StandingFault> faults = Faults.seen(lab);
        lines.addAll(verdict(finding, faults));
        new LossGauge(lab).read(finding.picture()).map(LossGauge.Reading::words).ifPresent(lines::add);
        lines.addAll(FaultReport.lines(context, faults, finding.picture()));
        return lines;
    }

    /** The transactions at risk; waits a moment for WAL that is on its way to the standby. */
    private static Optional<String> risk(Lab lab, Finding finding) {
        LossGauge gauge = new LossGauge(lab);
        String words = gauge.brief(Optional.of(finding.picture()));
        boolean over = !words.isEmpty()
                && finding.picture().streaming()
                && Wait.to("see the standby have all", MOMENT)
                        .comesTrue(
                                () -> gauge.brief(Optional.of(lab.check().look().picture()))
                                        .isEmpty());
        return Optional.of(words).filter(some -> !some.isEmpty() && !over);
    }

    /**
     * The verdict and the advice; with active faults that can be healed, these are to be healed first. Empty for a healthy
     * pair.
     */
    private static List<String> verdict(Finding finding, List<StandingFault> faults) {
        PairVerdict verdict = finding.verdict();
        if (verdict.situation().healthy()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("pair: " + verdict.words()));
        List<StandingFault> curable = faults.stream()
                .filter(fault -> Faults.curable(fault, finding.picture()))
                .toList();
        if (!curable.isEmpty()) {
            lines.add("HINT:  " + FaultReport.advice(curable));
        } else if (!verdict.commands().isEmpty()) {
            lines.add("HINT:  " + verdict.advice());
        }
        return lines;
    }

    /** A drawing for a person when there is room for it, else a table. */
    private List<String> lines(LabContext context) {
        return terminal.drawn(context) ? terminal.lines(drawing(context), context) : table(context);
    }

    private static List<String> table(LabContext context) {
        Lab lab = context.lab();
        List<List<@Nullable String>> rows = new ArrayList<>();
        Finding finding = lab.check().look();
        LabStatus status = new LabStatus(lab, finding.picture());
        for (LabStatus.Row row : status.nodes()) {
            Long pid = row.pid();
            rows.add(Arrays.asList(
                    row.name().toString(),
                    row.state().toString(),
                    context.desk()
                            .naming()
                            .ports()
                            .toShown("port " + row.port())
                            .substring("port ".length()),
                    pid == null ? null : pid.toString(),
                    row.timeline(),
                    row.lsn()));
        }
        List<String> lines = new ArrayList<>(new TextTable(COLUMNS).lines(rows));
        status.replication().ifPresent(words -> lines.add("replication: " + words));
        List<StandingFault> faults = Faults.seen(lab);
        verdict(finding, faults)
                .forEach(line -> lines.add(context.desk().naming().toShown(line)));
        risk(lab, finding).ifPresent(lines::add);
        lines.addAll(FaultReport.lines(context, faults, finding.picture()));
        return lines;
    }

    private static boolean pause() {
        try {
            Thread.sleep(1000);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
