package dev.pgduo.shell.lab;

import dev.pgduo.lab.load.daemon.LabLoad;
import dev.pgduo.lab.load.daemon.LoadFigures;
import dev.pgduo.lab.load.daemon.LoadOrder;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands {@code load start|stop|status}. */
public final class LoadCommands {
    private static final int MOST_CLIENTS = 64;
    private static final double MOST_RATE = 100_000;

    @Command(
            name = {"load", "start"},
            group = "faults",
            description = "start a load on the primary; it continues when pgduo ends",
            help =
                    "The clients follow the primary at a failover and record which transactions were acknowledged, refused or"
                            + " of unknown outcome. Without a script they run pgbench's built-in script on its tables, which are"
                            + " created when missing. \"load stop\", \"down\", \"reset\" and \"destroy\" end the load.")
    void start(
            @Option(longName = "clients", defaultValue = "4", description = "number of clients, 1 to 64") int clients,
            @Option(longName = "rate", description = "limit of transactions per second, all clients together") @Nullable
                    String rate,
            @Option(longName = "read-only", description = "only read") boolean readOnly,
            @Option(longName = "script", description = "a pgbench script file instead of the built-in script") @Nullable
                    String script,
            @Option(
                            longName = "on",
                            defaultValue = "primary",
                            description = "primary, wherever it is; or always a or b")
                    String on,
            LabContext context) {
        if (clients < 1 || clients > MOST_CLIENTS) {
            throw outOfRange("--clients", Integer.toString(clients), "A load has 1 to " + MOST_CLIENTS + " clients.");
        }
        OptionalDouble pace = rate(rate);
        LabLoad load = context.lab().load();
        if (load.running()) {
            throw new LabException(ErrorReport.error("a load is running already")
                    .detail(load.figures()
                            .map(figures -> LoadReport.line(load.order(), figures) + ".")
                            .orElse(null))
                    .hint("\"load status\" shows it, \"load stop\" ends it."));
        }
        LoadOrder order = new LoadStart(context, on, !readOnly).order(Optional.ofNullable(script), clients, pace);
        load.start(order, context.lab().isThrowAway());
        context.desk().wrote();
        context.out().println(LoadReport.started(order));
        load.begun()
                .filter(figures -> figures.counts().acknowledged() == 0)
                .ifPresent(figures -> LoadReport.complaints(figures, context.out()));
    }

    private static OptionalDouble rate(@Nullable String text) {
        if (text == null) {
            return OptionalDouble.empty();
        }
        String range = "A rate is a number of transactions per second, more than 0 and up to 100000.";
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw outOfRange("--rate", text, range);
        }
        double rate = Double.parseDouble(text);
        if (rate <= 0 || rate > MOST_RATE) {
            throw outOfRange("--rate", text, range);
        }
        return OptionalDouble.of(rate);
    }

    private static LabException outOfRange(String option, String value, String range) {
        return new LabException(ErrorReport.error("invalid value for " + option + ": \"" + value + "\"")
                .detail(range));
    }

    @Command(
            name = {"load", "stop"},
            group = "faults",
            description = "stop the load and show its results")
    void stop(LabContext context) {
        LabLoad load = context.lab().load();
        if (!load.end()) {
            throw LabException.of("no load is running", "Start one with \"load start\".");
        }
        context.out().println("load ended");
        report(load, context);
    }

    @Command(
            name = {"load", "status"},
            group = "faults",
            description = "show the load's figures and the acknowledged transactions that are lost",
            help = "After the load has ended, its final figures are shown. A transaction counts as lost when it was"
                    + " acknowledged and is missing in the primary's table now.")
    void status(LabContext context) {
        LabLoad load = context.lab().load();
        if (load.figures().isEmpty()) {
            context.out().println("no load has run");
            return;
        }
        report(load, context);
    }

    private static void report(LabLoad load, LabContext context) {
        Optional<LoadFigures> figures = load.figures();
        figures.ifPresent(known -> new LoadReport(context.lab(), known).print(context.out()));
    }
}
