package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.lab.load.Bench;
import dev.pgduo.lab.load.BenchTables;
import dev.pgduo.lab.load.Partitions;
import dev.pgduo.lab.load.Script;
import dev.pgduo.lab.load.Tally;
import dev.pgduo.lab.load.Transaction;
import dev.pgduo.report.LabException;
import dev.pgduo.session.message.MessageText;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.ConninfoDefaults;
import dev.pgduo.wire.FirstCell;
import dev.pgduo.wire.WireConnection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.utils.Signals;

/** pgbench: makes its tables, and runs scripts with many clients at once. */
final class PgBench implements ClientProgram {
    private static final String PARTITIONS =
            "select max(p.partstrat) || ' ' || count(i.inhrelid) from pg_catalog.pg_partitioned_table as p"
                    + " join pg_catalog.pg_inherits as i on i.inhparent = p.partrelid"
                    + " where p.partrelid = to_regclass('pgbench_accounts')";
    private static final int ABORTED = 2;
    private static final int FULL = 100;
    private static final String USUAL_STEPS = "dtgvp";
    private static final int ROWS_A_LINE = 100_000;
    private static final double QUIET_SECONDS = 5;

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public Getopt options() {
        return BenchWords.OPTIONS;
    }

    @Override
    public int run(Getopt.Words options, ClientOutput out) throws Misuse {
        BenchWords words = new BenchWords(options);
        if (options.values('b').contains("list")) {
            out.note(BenchWords.list());
            return 0;
        }
        words.check();
        words.seed().ifPresent(seed -> out.info("setting random seed to " + Long.toUnsignedString(seed)));
        List<Script> scripts = words.initializing() ? List.of() : words.scripts();
        Job job = new Job(words, server(options, out), out);
        try (WireConnection setup = job.connect()) {
            return words.initializing() ? initialize(setup, job) : bench(setup, scripts, job);
        } catch (ConnectFailed e) {
            out.error(e.words());
            throw LabException.of("could not create connection for setup");
        }
    }

    private static Conninfo server(Getopt.Words options, ClientOutput out) {
        Conninfo said = Conninfo.empty()
                .with("host", options.value('h').orElse(null))
                .with("port", options.value('p').orElse(null))
                .with("user", options.value('U').orElse(null))
                .with("dbname", database(options, out.environment()));
        return new ConninfoDefaults(out.environment()).complete(said);
    }

    /**
     * The database to connect to: the operand, else PGDATABASE, PGUSER, or the name of the user who runs the program; never the role of
     * {@code -U}.
     */
    private static String database(Getopt.Words options, Map<String, String> environment) {
        return options.operands().stream()
                .findFirst()
                .or(() -> Stream.of("PGDATABASE", "PGUSER")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst())
                .orElseGet(() -> System.getProperty("user.name"));
    }

    private record Job(BenchWords words, Conninfo server, ClientOutput out) {
        WireConnection connect() throws ConnectFailed {
            return ServerWords.reached(
                    server,
                    out,
                    (endpoint, password) -> WireConnection.open(
                            endpoint.withPassword(password), Map.of("application_name", "pgbench"), server, null));
        }
    }

    private static int initialize(WireConnection setup, Job job) {
        Getopt.Words options = job.words.words();
        String steps = options.value('I').orElse(USUAL_STEPS);
        boolean quiet = options.has('q');
        BenchTables.Progress progress = new BenchTables.Progress() {
            private double last;

            @Override
            public void line(String text) {
                job.out.note(text);
            }

            @Override
            public void notice(String text) {
                job.out.note(text);
            }

            @Override
            public void rows(long done, long all, double seconds) {
                boolean due = quiet ? done == all || seconds - last >= QUIET_SECONDS : done % ROWS_A_LINE == 0;
                if (due) {
                    last = seconds;
                    job.out.note(String.format(
                            Locale.ROOT,
                            "%d of %d tuples (%d%%) done (elapsed %.2f s, remaining %.2f s)",
                            done,
                            all,
                            done * FULL / all,
                            seconds,
                            (all - done) * seconds / done));
                }
            }
        };
        BenchTables.Size size =
                new BenchTables.Size(job.words.number('s', 1), job.words.number('F', FULL), job.words.partitions());
        new BenchTables(setup, size, progress).make(options.has('n') ? steps.replace("v", "") : steps);
        return 0;
    }

    private static FirstCell ask(WireConnection connection, String sql) {
        FirstCell cell = new FirstCell();
        try {
            connection.query(sql, cell);
        } catch (ConnectionLost e) {
            throw LabException.of("server closed the connection unexpectedly");
        }
        return cell;
    }

    private static int scale(WireConnection setup, Job job) {
        int said = job.words.number('s', 1);
        if (!job.words.usesTables()) {
            return said;
        }
        String query = "select count(*) from pgbench_branches";
        FirstCell counted = ask(setup, query);
        if (counted.error() != null) {
            throw LabException.of(
                    "could not count number of branches: "
                            + MessageText.DEFAULT.error(counted.error(), query).stripTrailing(),
                    "Perhaps you need to do initialization (\"pgbench -i\") in database \""
                            + setup.endpoint().database() + "\".");
        }
        int scale = Integer.parseInt(counted.value());
        if (job.words.words().has('s') && said != scale) {
            job.out.warning("scale option ignored, using count from pgbench_branches table (" + scale + ")");
        }
        return scale;
    }

    /** The partitioning of the accounts table; servers before 10 have none. */
    private static Partitions partitions(WireConnection setup) {
        FirstCell found = ask(setup, PARTITIONS);
        String[] words = found.value().split(" ", -1);
        if (found.error() != null || words.length < 2) {
            return Partitions.NONE;
        }
        return new Partitions(words[0].equals("h") ? "hash" : "range", Integer.parseInt(words[1]));
    }

    private static int bench(WireConnection setup, List<Script> scripts, Job job) {
        job.out.line(BenchReport.version());
        int scale = scale(setup, job);
        Partitions partitions = job.words.usesTables() ? partitions(setup) : Partitions.NONE;
        if (!job.words.words().has('n')) {
            vacuum(setup, job);
        }
        try (BenchLog log = BenchLog.of(job.words.words())) {
            Bench bench = new Bench(job.words.plan(scale), scripts, job::connect, listener(job, log));
            Signals.register("INT", bench::stop);
            bench.run(new Pulse(bench, job));
            new BenchReport(bench, job.words, job.out, new BenchTables.Size(scale, FULL, partitions)).print();
            if (bench.aborted()) {
                job.out.error("Run was aborted; the above results are incomplete.");
                return ABORTED;
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ABORTED;
        }
    }

    private static void vacuum(WireConnection setup, Job job) {
        if (job.words.usesTables()) {
            for (String sql :
                    List.of("vacuum pgbench_branches", "vacuum pgbench_tellers", "truncate pgbench_history")) {
                ask(setup, sql);
            }
            job.out.note("starting vacuum...end.");
        }
        if (job.words.words().has('v')) {
            ask(setup, "vacuum analyze pgbench_accounts");
            job.out.note("starting vacuum pgbench_accounts...end.");
        }
    }

    private static Bench.Listener listener(Job job, BenchLog log) {
        return new Bench.Listener() {
            @Override
            public synchronized void aborted(String words) {
                job.out.error(words);
            }

            @Override
            public synchronized void failed(int client, int script, Transaction.End end) {
                if (end.lost()) {
                    job.out.error("client " + client + " aborted in command " + end.command() + " (SQL) of script "
                            + script + "; perhaps the backend died while processing");
                } else {
                    end.error()
                            .ifPresent(error -> job.out.error("client " + client + " script " + script
                                    + " aborted in command " + end.command() + " query 0: "
                                    + MessageText.DEFAULT
                                            .error(error, end.statement())
                                            .stripTrailing()));
                }
            }

            @Override
            public void done(int client, long number, long micros, int script) {
                log.add(client, number, micros, script);
            }
        };
    }

    /** Prints the progress report of {@code -P}. */
    private static final class Pulse implements Runnable {
        private final Bench bench;
        private final Job job;
        private final int each;
        private final long begin = System.nanoTime();
        private int second;
        private double last;
        private Tally.Counts before;

        Pulse(Bench bench, Job job) {
            this.bench = bench;
            this.job = job;
            this.each = job.words.number('P', 0);
            this.before = bench.counts();
        }

        @Override
        public void run() {
            second++;
            if (each == 0 || second % each != 0) {
                return;
            }
            double now = (System.nanoTime() - begin) / 1e9;
            Tally.Counts all = bench.counts();
            Tally.Counts counts = all.since(before);
            before = all;
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT,
                    "progress: %.1f s, %.1f tps, lat %.3f ms stddev %.3f, %d failed",
                    now,
                    counts.done() / (now - last),
                    counts.done() == 0 ? 0 : counts.average(),
                    counts.done() == 0 ? 0 : counts.deviation(),
                    counts.failed()));
            last = now;
            if (bench.plan().rate().isPresent()) {
                line.append(String.format(
                        Locale.ROOT, ", lag %.3f ms", counts.done() == 0 ? 0 : counts.lag() / counts.done()));
                if (bench.plan().limit().isPresent()) {
                    line.append(", ").append(counts.skipped()).append(" skipped");
                }
            }
            if (bench.plan().tries() != 1) {
                line.append(", " + counts.retried() + " retried, " + counts.retries() + " retries");
            }
            job.out.note(line.toString());
        }
    }
}
