package dev.pgduo.shell.client;

import dev.pgduo.lab.load.Bench;
import dev.pgduo.lab.load.BenchTables;
import dev.pgduo.lab.load.Script;
import dev.pgduo.lab.load.Tally;
import dev.pgduo.session.query.Psql;
import java.util.Locale;

/** The report that pgbench prints after a run. */
final class BenchReport {
    private static final int PERCENT = 100;

    private final Bench bench;
    private final BenchWords words;
    private final ClientOutput out;
    private final BenchTables.Size size;

    BenchReport(Bench bench, BenchWords words, ClientOutput out, BenchTables.Size size) {
        this.bench = bench;
        this.words = words;
        this.out = out;
        this.size = size;
    }

    /** The first line of output. */
    static String version() {
        return "pgbench (" + Psql.VERSION + ")";
    }

    private void line(String format, Object... values) {
        out.line(String.format(Locale.ROOT, format, values));
    }

    private static double share(long part, long all) {
        return (double) PERCENT * part / all;
    }

    void print() {
        Bench.Plan plan = bench.plan();
        Tally.Counts counts = bench.counts();
        line(
                "transaction type: %s",
                bench.scripts().size() == 1 ? bench.scripts().get(0).name() : "multiple scripts");
        line("scaling factor: %d", size.scale());
        if (size.partitions().count() > 0) {
            line("partition method: %s", size.partitions().method());
            line("partitions: %d", size.partitions().count());
        }
        line("query mode: %s", plan.mode());
        line("number of clients: %d", plan.clients());
        line("number of threads: %d", Math.min(words.number('j', 1), plan.clients()));
        if (plan.tries() != 0) {
            line("maximum number of tries: %d", plan.tries());
        }
        if (plan.seconds().isPresent()) {
            line("duration: %d s", plan.seconds().getAsInt());
            line("number of transactions actually processed: %d", counts.done());
        } else {
            long each = plan.transactions().orElse(0);
            line("number of transactions per client: %d", each);
            line("number of transactions actually processed: %d/%d", counts.done(), each * plan.clients());
        }
        failures(counts, "");
        if (counts.all() > 0) {
            times(counts);
            if (bench.scripts().size() > 1 || words.words().has('r')) {
                scripts();
            }
        }
    }

    private void failures(Tally.Counts counts, String mark) {
        line(
                "%snumber of failed transactions: %d (%.3f%%)",
                mark, counts.failed(), share(counts.failed(), counts.all()));
        if (words.words().has(BenchWords.FAILURES)) {
            line(
                    "%snumber of serialization failures: %d (%.3f%%)",
                    mark, counts.serialization(), share(counts.serialization(), counts.all()));
            line(
                    "%snumber of deadlock failures: %d (%.3f%%)",
                    mark, counts.deadlocks(), share(counts.deadlocks(), counts.all()));
        }
        if (bench.plan().tries() != 1) {
            line(
                    "%snumber of transactions retried: %d (%.3f%%)",
                    mark, counts.retried(), share(counts.retried(), counts.all()));
            line("%stotal number of retries: %d", mark, counts.retries());
        }
    }

    private void times(Tally.Counts counts) {
        Bench.Plan plan = bench.plan();
        if (plan.rate().isPresent() && plan.limit().isPresent()) {
            line(
                    "number of transactions skipped: %d (%.3f%%)",
                    counts.skipped(), share(counts.skipped(), counts.all()));
        }
        if (plan.limit().isPresent()) {
            line(
                    "number of transactions above the %.1f ms latency limit: %d/%d (%.3f%%)",
                    plan.limit().getAsDouble(), counts.late(), counts.done(), share(counts.late(), counts.done()));
        }
        if (plan.rate().isPresent() || plan.limit().isPresent() || words.words().has('P')) {
            line("latency average = %.3f ms", counts.average());
            line("latency stddev = %.3f ms", counts.deviation());
        } else {
            line(
                    "latency average = %.3f ms%s",
                    1000 * bench.seconds() * plan.clients() / counts.all(),
                    counts.failed() > 0 ? " (including failures)" : "");
        }
        if (plan.rate().isPresent()) {
            line("rate limit schedule lag: avg %.3f (max %.3f) ms", counts.lag() / counts.done(), counts.longestLag());
        }
        if (plan.reconnecting()) {
            line("average connection time = %.3f ms", bench.connectionMillis() / counts.all());
            line("tps = %f (including reconnection times)", counts.done() / bench.seconds());
        } else {
            line("initial connection time = %.3f ms", bench.connectionMillis());
            line("tps = %f (without initial connection time)", counts.done() / bench.seconds());
        }
    }

    private void scripts() {
        int total = bench.scripts().stream().mapToInt(Script::weight).sum();
        for (int i = 0; i < bench.scripts().size(); i++) {
            Script script = bench.scripts().get(i);
            if (bench.scripts().size() > 1) {
                script(script, i, total);
            }
            if (words.words().has('r')) {
                commands(script, i);
            }
        }
    }

    private void script(Script script, int number, int total) {
        Tally.Counts counts = bench.counts(number);
        line("SQL script %d: %s", number + 1, script.name());
        line(" - weight: %d (targets %.1f%% of total)", script.weight(), share(script.weight(), total));
        line(
                " - %d transactions (%.1f%% of total, tps = %f)",
                counts.done(), share(counts.done(), bench.counts().done()), counts.done() / bench.seconds());
        failures(counts, " - ");
        if (counts.done() > 0) {
            line(" - latency average = %.3f ms", counts.average());
            line(" - latency stddev = %.3f ms", counts.deviation());
        }
    }

    private void commands(Script script, int number) {
        String mark = bench.scripts().size() > 1 ? " - " : "";
        boolean retries = bench.plan().tries() != 1;
        line("%sstatement latencies in milliseconds%s:", mark, retries ? ", failures and retries" : " and failures");
        Bench.CommandTimes times = bench.commands(number);
        for (int i = 0; i < script.commands().size(); i++) {
            line(
                    "   %11.3f  %10d %s %s",
                    times.average(i),
                    times.failures(i),
                    retries ? String.format(Locale.ROOT, "%10d", 0) : "",
                    script.commands().get(i).source());
        }
    }
}
