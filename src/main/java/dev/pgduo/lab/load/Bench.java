package dev.pgduo.lab.load;

import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.WireConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;

/**
 * A benchmark: clients that run scripts until each has run its number of transactions, or the time is over. Can be run once.
 */
public final class Bench {
    /**
     * The size of a benchmark and how it is run.
     *
     * @param transactions the number for each client; empty when there is a duration
     * @param seconds the duration; empty when there is a number of transactions
     * @param rate the limit in transactions per second, for all clients together
     * @param limit the latency in milliseconds above which a transaction counts as late
     * @param tries how often a transaction is tried; 0 for no limit
     */
    public record Plan(
            int clients,
            OptionalLong transactions,
            OptionalInt seconds,
            OptionalDouble rate,
            OptionalDouble limit,
            int tries,
            boolean reconnecting,
            Transaction.Mode mode,
            Map<String, String> variables,
            OptionalLong seed) {}

    /** Opens a client's connection. */
    @FunctionalInterface
    public interface Door {
        WireConnection open() throws ConnectFailed;
    }

    /** Hears of clients and their transactions. */
    public interface Listener {
        /** A client has ended early, with this message. */
        void aborted(String words);

        /**
         * A transaction has failed.
         *
         * @param client the client's number, from 0
         * @param script the script's number, from 0
         */
        void failed(int client, int script, Transaction.End end);

        /**
         * A transaction has ended.
         *
         * @param number the transaction's number within its client
         * @param micros its latency in microseconds
         */
        void done(int client, long number, long micros, int script);
    }

    /** The times of one script's commands. */
    public static final class CommandTimes {
        private final AtomicLongArray nanos;
        private final AtomicLongArray count;
        private final AtomicLongArray failures;

        CommandTimes(int commands) {
            nanos = new AtomicLongArray(commands);
            count = new AtomicLongArray(commands);
            failures = new AtomicLongArray(commands);
        }

        void add(int command, long time, boolean failed) {
            nanos.addAndGet(command, time);
            (failed ? failures : count).incrementAndGet(command);
        }

        /** The average time of a command in milliseconds. */
        public double average(int command) {
            long done = count.get(command);
            return done == 0 ? 0 : nanos.get(command) / 1e6 / done;
        }

        public long failures(int command) {
            return failures.get(command);
        }
    }

    private static final int REHEARSALS = 1000;

    private final Plan plan;
    private final List<Script> scripts;
    private final Door door;
    private final Listener listener;
    /** By script, then by client, so that clients never wait for each other. */
    private final List<List<Tally>> tallies = new ArrayList<>();

    private final List<CommandTimes> commands = new ArrayList<>();
    private final Schedule schedule;
    private final CountDownLatch ready;
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch finished;
    private volatile boolean aborted;
    private volatile boolean stopping;
    private volatile long begin;
    private long connectionNanos;
    private long end;

    public Bench(Plan plan, List<Script> scripts, Door door, Listener listener) {
        this.plan = plan;
        this.scripts = List.copyOf(scripts);
        this.door = door;
        this.listener = listener;
        this.schedule = new Schedule(plan.rate(), plan.seed());
        this.ready = new CountDownLatch(plan.clients());
        this.finished = new CountDownLatch(plan.clients());
        for (Script script : scripts) {
            tallies.add(Stream.generate(Tally::new).limit(plan.clients()).toList());
            commands.add(new CommandTimes(script.commands().size()));
        }
    }

    public Plan plan() {
        return plan;
    }

    public List<Script> scripts() {
        return scripts;
    }

    /** The counts so far. */
    public Tally.Counts counts() {
        return Tally.Counts.sum(tallies.stream().flatMap(List::stream).map(Tally::counts));
    }

    public Tally.Counts counts(int script) {
        return Tally.Counts.sum(tallies.get(script).stream().map(Tally::counts));
    }

    public CommandTimes commands(int script) {
        return commands.get(script);
    }

    /** Whether a client has ended early. */
    public boolean aborted() {
        return aborted;
    }

    /** Seconds from the time when all clients were connected to the end of the last transaction. */
    public double seconds() {
        return Math.max(1, end - begin) / 1e9;
    }

    /** Milliseconds until all clients were connected; where each transaction reconnects, the sum of all connection times. */
    public double connectionMillis() {
        return connectionNanos / 1e6;
    }

    /** Ends the run after the transactions that are running now. From any thread. */
    public void stop() {
        stopping = true;
    }

    /**
     * Runs the benchmark to its end.
     *
     * @param pulse called about once a second while the benchmark runs
     */
    public void run(Runnable pulse) throws InterruptedException {
        rehearse();
        Random seeds = plan.seed().isPresent() ? new Random(plan.seed().getAsLong()) : new Random();
        long before = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < plan.clients(); i++) {
            BenchClient client = new BenchClient(this, i, new Values(new Random(seeds.nextLong())));
            Thread thread = new Thread(client, "client-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        ready.await();
        if (!plan.reconnecting()) {
            connectionNanos = System.nanoTime() - before;
        }
        begin = System.nanoTime();
        schedule.begin(begin);
        started.countDown();
        long next = 1;
        while (!finished.await(begin + TimeUnit.SECONDS.toNanos(next) - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            pulse.run();
            next++;
            if (plan.seconds().isPresent() && next > plan.seconds().getAsInt()) {
                stopping = true;
            }
        }
        end = System.nanoTime();
    }

    /**
     * Computes the statements of some transactions without sending them, so that the first real ones are not slowed by class
     * loading.
     */
    private void rehearse() {
        Values values = new Values(new Random());
        values.set("client_id", "0");
        plan.variables().forEach(values::set);
        try {
            for (int i = 0; i < REHEARSALS; i++) {
                scripts.forEach(script -> script.rehearse(values));
            }
        } catch (ScriptError e) {
            // The real transaction reports the error.
        }
    }

    Door door() {
        return door;
    }

    Listener listener() {
        return listener;
    }

    Schedule schedule() {
        return schedule;
    }

    boolean goesOn(long done) {
        boolean time = plan.seconds().isEmpty()
                || System.nanoTime() - begin
                        < TimeUnit.SECONDS.toNanos(plan.seconds().getAsInt());
        return !stopping
                && time
                && (plan.transactions().isEmpty() || done < plan.transactions().getAsLong());
    }

    /** Called when a client is connected or has failed to connect; returns when the run begins. */
    void ready() throws InterruptedException {
        ready.countDown();
        started.await();
    }

    void finished(boolean well) {
        aborted |= !well;
        finished.countDown();
    }

    synchronized void connected(long nanos) {
        connectionNanos += nanos;
    }

    /** The counts of one client and script. */
    Tally tally(int script, int client) {
        return tallies.get(script).get(client);
    }
}
