package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads that work in parallel and remove what they have made when they are interrupted. After {@link #close} all of them have
 * ended; when the program ends before, they are interrupted. For one thread.
 */
public final class Workers implements AutoCloseable {
    private static final Duration FOREVER = Duration.ofDays(365);

    private final String work;
    private final ExecutorService threads;
    private final ShutdownHook hook;
    private final List<Future<?>> begun = new ArrayList<>();

    /**
     * Makes this many threads.
     *
     * @param work a name for messages: {@code verification}
     */
    public Workers(String work, int count) {
        this.work = work;
        this.threads = Executors.newFixedThreadPool(count, task -> new Thread(task, work));
        this.hook = ShutdownHook.of("stop " + work, threads::shutdownNow);
    }

    /** Runs a task on the next free thread. */
    public void begin(Runnable task) {
        begun.add(threads.submit(task));
    }

    /**
     * Waits until all tasks are done.
     *
     * @param limit the time limit; empty for none
     * @return false when the time limit was reached before
     * @throws LabException when the caller is interrupted
     */
    public boolean await(Optional<Duration> limit) {
        long end = System.nanoTime() + limit.orElse(FOREVER).toNanos();
        try {
            for (Future<?> task : begun) {
                task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling the " + work + " due to user request"), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Interrupts the threads that are still working, and waits until they have ended, also when this thread is interrupted. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean ended = Uninterrupted.get(() -> threads.awaitTermination(1, TimeUnit.MINUTES));
        hook.close();
        if (!ended) {
            throw LabException.of("could not end the " + work + " within a minute");
        }
    }
}
