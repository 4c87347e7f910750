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

/** A benchmark: clients that run scripts, until each has done its number of them, or the time is over. For one run. */
public final class Bench {
    /**
     * How much of it.
     *
     * @param transactions of each client; empty with a duration
     * @param seconds empty with a number of transactions
     * @param rate transactions per second of all clients together, at most
     * @param limit milliseconds after which a transaction counts as late
     * @param tries of a transaction, 0 for as many as it needs
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

    /** Hears of clients. */
    public interface Listener {
        /** The words of one that does not go on. */
        void aborted(String words);

        /**
         * A transaction has failed.
         *
         * @param client its number, from 0
         * @param script its number, from 0
         */
        void failed(int client, int script, Transaction.End end);

        /**
         * A transaction is over.
         *
         * @param number which one of this client
         * @param micros how long it took
         */
        void done(int client, long number, long micros, int script);
    }

    /** What has been done by one script's commands. */
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

        /** Milliseconds on average. */
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
    /** By script, then by client: two clients never wait for each other. */
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

    /** What has been done so far. */
    public Tally.Counts counts() {
        return Tally.Counts.sum(tallies.stream().flatMap(List::stream).map(Tally::counts));
    }

    public Tally.Counts counts(int script) {
        return Tally.Counts.sum(tallies.get(script).stream().map(Tally::counts));
    }

    public CommandTimes commands(int script) {
        return commands.get(script);
    }

    /** Whether a client did not go on. */
    public boolean aborted() {
        return aborted;
    }

    /** Seconds from when all clients were connected to the last transaction's end. */
    public double seconds() {
        return Math.max(1, end - begin) / 1e9;
    }

    /** Milliseconds until all clients were connected; where each transaction connects anew, those of all of them together. */
    public double connectionMillis() {
        return connectionNanos / 1e6;
    }

    /** Ends the run after the transactions that are under way. From any thread. */
    public void stop() {
        stopping = true;
    }

    /**
     * Runs all of it.
     *
     * @param pulse is called again and again while it goes on, about each second
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

    /** Computes the texts of some transactions and sends none, so that the first ones do not wait for the code that does it. */
    private void rehearse() {
        Values values = new Values(new Random());
        values.set("client_id", "0");
        plan.variables().forEach(values::set);
        try {
            for (int i = 0; i < REHEARSALS; i++) {
                scripts.forEach(script -> script.rehearse(values));
            }
        } catch (ScriptError e) {
            // The transaction that it happens in says so.
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

    /** A client has its connection, or will never have one; returns when the run begins. */
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

    /** Counts what a client does of a script. */
    Tally tally(int script, int client) {
        return tallies.get(script).get(client);
    }
}
