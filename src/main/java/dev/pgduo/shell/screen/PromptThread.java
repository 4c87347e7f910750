package dev.pgduo.shell.screen;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The thread that has the terminal. While it waits for another one, that one can have something done here. Thread-safe.
 */
public final class PromptThread {
    private @Nullable Thread owner;
    private boolean waiting;
    private @Nullable FutureTask<?> errand;

    /** The current thread begins to wait for another. */
    public synchronized void begin() {
        owner = Thread.currentThread();
        waiting = true;
    }

    /** Whether there is something to be done. */
    public synchronized boolean asked() {
        return errand != null;
    }

    /** Does what the other thread asked for, if it did. */
    public void serve() {
        FutureTask<?> task = take();
        if (task != null) {
            task.run();
        }
    }

    /** The current thread waits no longer; what it was asked for meanwhile is refused. */
    public void end() {
        FutureTask<?> late;
        synchronized (this) {
            waiting = false;
            late = errand;
            errand = null;
        }
        if (late != null) {
            late.cancel(false);
        }
    }

    /** Whether another thread waits there for what the current one does. */
    public synchronized boolean reachable() {
        return waiting && owner != Thread.currentThread();
    }

    /**
     * Does something there; the answer is its result.
     *
     * @throws LabException when nobody waits there, or its own
     */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        synchronized (this) {
            if (!waiting || errand != null) {
                throw gone();
            }
            errand = task;
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (CancellationException e) {
            throw gone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LabException.of("canceling statement due to user request");
        }
    }

    private static LabException gone() {
        return new LabException(ErrorReport.error("the terminal is in use by another prompt"));
    }

    private synchronized @Nullable FutureTask<?> take() {
        FutureTask<?> task = errand;
        errand = null;
        return task;
    }
}
