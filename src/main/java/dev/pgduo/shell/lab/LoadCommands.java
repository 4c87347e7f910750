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

/** {@code load start|stop|status}. */
public final class LoadCommands {
    private static final int MOST_CLIENTS = 64;
    private static final double MOST_RATE = 100_000;

    @Command(
            name = {"load", "start"},
            group = "faults",
            description = "put the primary under load, which goes on when pgduo ends",
            help = "The clients follow the primary at a failover and write down what was acknowledged, refused and of"
                    + " unknown fate. Without a script they run pgbench's, on its tables, which are made where there are"
                    + " none. \"load stop\", \"down\", \"reset\" and \"destroy\" end the load.")
    void start(
            @Option(longName = "clients", defaultValue = "4", description = "how many, 1 to 64") int clients,
            @Option(longName = "rate", description = "transactions per second of all of them, at most") @Nullable
                    String rate,
            @Option(longName = "read-only", description = "only read") boolean readOnly,
            @Option(longName = "script", description = "a file as pgbench reads them, in place of pgbench's own")
                    @Nullable
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
            description = "end the load, and show what it has done")
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
            description = "show what the load does, and which acknowledged transactions are lost",
            help = "After the load has ended, its last figures are shown. A transaction counts as lost when it was"
                    + " acknowledged and is not in the primary's table now.")
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
