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
 * Threads that work side by side and remove what they made when they are interrupted. All of them have ended once this is closed; they
 * are interrupted when the program ends before. For one thread.
 */
public final class Workers implements AutoCloseable {
    private static final Duration FOREVER = Duration.ofDays(365);

    private final String work;
    private final ExecutorService threads;
    private final ShutdownHook hook;
    private final List<Future<?>> begun = new ArrayList<>();

    /**
     * So many threads.
     *
     * @param work what they do, for errors: {@code verification}
     */
    public Workers(String work, int count) {
        this.work = work;
        this.threads = Executors.newFixedThreadPool(count, task -> new Thread(task, work));
        this.hook = ShutdownHook.of("stop " + work, threads::shutdownNow);
    }

    /** Has the next free thread do this. */
    public void begin(Runnable task) {
        begun.add(threads.submit(task));
    }

    /**
     * Waits until all that was begun is done.
     *
     * @param limit how long; empty for as long as it takes
     * @return false when the time was over before
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

    /** Interrupts those that still work, and waits until they have ended, interrupt or not. */
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
