package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.load.daemon.LabLoad;
import dev.pgduo.lab.load.daemon.LedgerCheck;
import dev.pgduo.lab.load.daemon.LoadFigures;
import dev.pgduo.lab.load.daemon.LoadFigures.Gap;
import dev.pgduo.lab.load.daemon.LoadOrder;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.screen.TextTable;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints the figures of a load. */
record LoadReport(Lab lab, LoadFigures figures) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter MILLI =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /** The line for a load that was started. */
    static String started(LoadOrder order) {
        return "load started: " + what(order);
    }

    /** The figures of a load in one line. */
    static String line(LoadOrder order, LoadFigures figures) {
        return "Load since " + SECOND.format(instant(figures.span().begin())) + ": " + what(order);
    }

    private static String what(LoadOrder order) {
        return order.what().name() + ", " + order.clients() + (order.clients() == 1 ? " client" : " clients")
                + (order.rate().isPresent()
                        ? String.format(Locale.ROOT, ", %f", order.rate().getAsDouble())
                                        .replaceFirst("\\.?0+$", "") + " a second at most"
                        : "")
                + order.on().map(node -> " on node " + node).orElse(" on the primary");
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    void print(PrintWriter out) {
        LabLoad load = lab.load();
        boolean running = load.running();
        out.println(line(load.order(), figures)
                + (running
                        ? figures.node().map(node -> ", now node " + node).orElse(", which does not answer")
                        : ", ended"));
        pace(running, out);
        Optional<LedgerCheck> check = load.order().writing() ? check(load) : Optional.empty();
        LoadFigures.Counts counts = figures.counts();
        new TextTable(List.of("acknowledged", "refused", "unknown", "lost", "longest_gap", "gap_from"))
                .print(
                        List.of(Arrays.<@Nullable String>asList(
                                Long.toString(counts.acknowledged()),
                                Long.toString(counts.refused()),
                                Long.toString(counts.unknown()),
                                check.map(found -> Integer.toString(found.lost()))
                                        .orElse(null),
                                figures.longest()
                                        .map(gap -> String.format(Locale.ROOT, "%.3f s", gap.micros() / 1e6))
                                        .orElse(null),
                                figures.longest()
                                        .map(Gap::from)
                                        .map(micros -> MILLI.format(instant(micros)))
                                        .orElse(null))),
                        out);
        check.filter(found -> found.kept() > 0)
                .ifPresent(found -> out.println(found.kept() + " of unknown outcome "
                        + (found.kept() == 1 ? "is" : "are") + " in the primary's table"));
        check.filter(found -> found.wrong() > 0)
                .ifPresent(found -> out.println(found.wrong() + " that were refused are in the primary's table"));
        complaints(figures, out);
    }

    /** Prints the last errors. */
    static void complaints(LoadFigures figures, PrintWriter out) {
        say("last refusal: ", figures.words().refusal(), out);
        say("not connected: ", figures.span().over() ? "" : figures.words().obstacle(), out);
    }

    private static void say(String what, String words, PrintWriter out) {
        if (!words.isEmpty()) {
            out.println(what + words);
        }
    }

    private void pace(boolean running, PrintWriter out) {
        LoadFigures.Latency latency = figures.latency();
        List<@Nullable String> whole =
                Arrays.asList("whole", number(figures.tps()), number(latency.average()), number(latency.most()));
        List<@Nullable String> second = Arrays.asList(
                "last second",
                number((double) figures.second().tps()),
                number(figures.second().latency()),
                null);
        new TextTable(List.of("span", "tps", "latency_ms", "latency_95_ms"))
                .print(running ? List.of(second, whole) : List.of(whole), out);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The comparison with the primary's table; empty when no primary answers. */
    private Optional<LedgerCheck> check(LabLoad load) {
        Optional<NodeName> asked = load.order().on().or(() -> lab.withRole(NodeStatus.RUNNING_PRIMARY));
        try {
            return asked.map(node -> load.check(sql -> lab.query(node).rows(sql)));
        } catch (LabException e) {
            return Optional.empty();
        }
    }
}
