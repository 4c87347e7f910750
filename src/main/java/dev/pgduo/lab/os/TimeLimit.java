package dev.pgduo.lab.os;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that made it after a time, unless that thread has closed it before. */
final class TimeLimit implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "time-limit");
        thread.setDaemon(true);
        return thread;
    });

    private final Thread worker = Thread.currentThread();
    private final Optional<ScheduledFuture<?>> end;
    private boolean over;
    private boolean closed;

    /** Starts now; without a limit when it is empty. */
    TimeLimit(Optional<Duration> limit) {
        end = limit.map(time -> CLOCK.schedule(this::expire, time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private synchronized void expire() {
        if (!closed) {
            over = true;
            worker.interrupt();
        }
    }

    /** Whether the time limit was reached before the work had ended. */
    synchronized boolean over() {
        return over;
    }

    /** Ends the limit, and clears an interrupt that it has caused. */
    @Override
    public synchronized void close() {
        closed = true;
        end.ifPresent(time -> time.cancel(false));
        if (over) {
            Thread.interrupted();
        }
    }
}
