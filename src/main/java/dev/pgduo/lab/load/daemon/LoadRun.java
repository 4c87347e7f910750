package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.load.Schedule;
import dev.pgduo.lab.place.LabState;
import dev.pgduo.lab.place.LineFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A load that runs, from its first client to its last. */
final class LoadRun {
    private static final Logger LOG = LoggerFactory.getLogger(LoadRun.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final long PATIENCE_SECONDS = 5;

    /** What was due longer ago than this is left out: after an outage nothing is made up for. */
    private static final long LATE_NANOS = 1_000_000_000;

    private final LoadFiles files;
    private final LoadOrder order;
    private final LoadScript script;
    private final Ledger ledger;
    private final LineFile figures;
    private final LoadMeter meter = new LoadMeter(micros());
    private final LoadDoor door;
    private final Schedule schedule;
    private final AtomicLong numbers = new AtomicLong();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<LoadClient> clients = new ArrayList<>();
    private NodeName first = NodeName.A;

    LoadRun(LoadFiles files) throws IOException {
        this.files = files;
        this.order = LoadOrder.read(files.order());
        this.script = order.script();
        this.ledger = Ledger.create(files.ledger());
        this.figures = LineFile.create(files.figures());
        this.door = new LoadDoor(files.lab(), order, meter::obstacle);
        this.schedule = new Schedule(order.rate(), OptionalLong.empty());
    }

    /** Microseconds since 1970. */
    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    LoadOrder order() {
        return order;
    }

    LoadScript script() {
        return script;
    }

    /** The clients, which may be looked at while they run. */
    List<LoadClient> clients() {
        return clients;
    }

    LoadDoor door() {
        return door;
    }

    /**
     * Runs until it is stopped, or there is nothing to work for any more.
     *
     * @param wanted whether there is
     */
    void run(BooleanSupplier wanted) throws IOException {
        schedule.begin(System.nanoTime());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < order.clients(); i++) {
            LoadClient client = new LoadClient(this, i);
            clients.add(client);
            threads.add(thread(client, "client-" + i));
        }
        threads.forEach(Thread::start);
        thread(new LoadFollower(this), "follow").start();
        try {
            while (!stopping() && wanted.getAsBoolean() && LabState.existsIn(files.lab())) {
                figures.write(meter.figures(micros(), false).line());
                pause(LOOK);
            }
            stop.countDown();
            finish(threads);
        } finally {
            figures.write(meter.figures(micros(), true).line());
            figures.close();
            ended.countDown();
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What is under way comes to its end; a server that does not answer is not waited for. */
    private void finish(List<Thread> threads) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
            }
            clients.forEach(
                    client -> client.way().ifPresent(way -> way.connection().close()));
            for (Thread thread : threads) {
                TimeUnit.SECONDS.timedJoin(thread, 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ledger.close();
    }

    /** Ends the run, and returns when it has ended. From any thread. */
    void end() throws InterruptedException {
        stop.countDown();
        ended.await(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    boolean stopping() {
        return stop.getCount() == 0;
    }

    /** Waits, at most so long, for the end. */
    void pause(Duration time) {
        try {
            stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /** Waits until the next transaction is due; false when there is none. */
    boolean due() {
        if (!schedule.limited()) {
            return !stopping();
        }
        long due = schedule.due();
        while (due < System.nanoTime() - LATE_NANOS) {
            due = schedule.due();
        }
        for (long left = due - System.nanoTime(); left > 0 && !stopping(); left = due - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, LOOK.toNanos()));
        }
        return !stopping();
    }

    /** The number of the next transaction, from 1. */
    long next() {
        return numbers.incrementAndGet();
    }

    /** One client at a time looks for the server: they all look for the same. */
    synchronized Optional<LoadDoor.Way> open() {
        Optional<LoadDoor.Way> found = stopping() ? Optional.empty() : door.open(first);
        found.ifPresent(way -> first = way.node());
        return found;
    }

    void refused(String words) {
        meter.refused(words);
    }

    /** A transaction is over. Without its ledger a load says nothing, so it ends. */
    void over(Ledger.Entry entry) {
        try {
            ledger.add(entry);
            meter.add(entry);
        } catch (IOException e) {
            LOG.error("could not write to the ledger", e);
            meter.refused("could not write to the ledger: " + e.getMessage());
            stop.countDown();
        }
    }
}
