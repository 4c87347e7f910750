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

/** A running load, from the start of its clients to their end. */
final class LoadRun {
    private static final Logger LOG = LoggerFactory.getLogger(LoadRun.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final long PATIENCE_SECONDS = 5;

    /**
     * Transactions that were due longer ago than this are skipped, in nanoseconds: after an outage they are not made up for.
     */
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

    /** The time in microseconds since 1970. */
    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    LoadOrder order() {
        return order;
    }

    LoadScript script() {
        return script;
    }

    /** The clients; other threads may read them during the run. */
    List<LoadClient> clients() {
        return clients;
    }

    LoadDoor door() {
        return door;
    }

    /**
     * Runs until it is stopped, or not wanted any more, or the lab is removed.
     *
     * @param wanted whether the load is still wanted
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

    /** Waits for running transactions; connections to a server that does not answer are closed after some seconds. */
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

    /** Waits for the end of the run, for this time at most. */
    void pause(Duration time) {
        try {
            stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /** Waits until the next transaction is due; returns false when the run is ending. */
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

    /** Opens a connection. One client at a time searches for the server, as all search for the same one. */
    synchronized Optional<LoadDoor.Way> open() {
        Optional<LoadDoor.Way> found = stopping() ? Optional.empty() : door.open(first);
        found.ifPresent(way -> first = way.node());
        return found;
    }

    void refused(String words) {
        meter.refused(words);
    }

    /**
     * Records a transaction that has ended. When the ledger cannot be written, the load ends, as it would prove nothing without
     * it.
     */
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
