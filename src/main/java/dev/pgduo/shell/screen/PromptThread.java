package dev.pgduo.shell.screen;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The thread that uses the terminal. While it waits for another thread, that thread can have work done on it. Thread-safe. */
public final class PromptThread {
    private @Nullable Thread owner;
    private boolean waiting;
    private @Nullable FutureTask<?> errand;

    /** The current thread begins to wait for another one. */
    public synchronized void begin() {
        owner = Thread.currentThread();
        waiting = true;
    }

    /** Whether there is work to do. */
    public synchronized boolean asked() {
        return errand != null;
    }

    /** Does the work that the other thread has asked for, if any. */
    public void serve() {
        FutureTask<?> task = take();
        if (task != null) {
            task.run();
        }
    }

    /** The current thread ends its wait; work that was asked for too late is refused. */
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

    /** Whether the prompt's thread is waiting for the work of the current one. */
    public synchronized boolean reachable() {
        return waiting && owner != Thread.currentThread();
    }

    /**
     * Has work done on the prompt's thread; returns its result.
     *
     * @throws LabException when that thread is not waiting; also the work's own exceptions
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
