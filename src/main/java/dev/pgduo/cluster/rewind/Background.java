package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.process.Uninterrupted;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A computation on a daemon thread, whose result is waited for later. */
final class Background<T> {
    private final FutureTask<T> task;

    private Background(FutureTask<T> task) {
        this.task = task;
    }

    /** Starts the computation. */
    static <T> Background<T> of(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "rewind");
        thread.setDaemon(true);
        thread.start();
        return new Background<>(task);
    }

    /** Waits until it has ended, however; an interrupt does not end the wait. */
    void await() {
        Uninterrupted.run(() -> {
            try {
                task.get();
            } catch (ExecutionException e) {
                // Told by result().
            }
        });
    }

    /**
     * Waits for the result.
     *
     * @throws IOException from the computation, as other exceptions are
     */
    T result() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw rethrown(cause == null ? e : cause);
        }
    }

    private static IOException rethrown(Throwable cause) {
        if (cause instanceof LabException failure) {
            throw failure;
        }
        if (cause instanceof UncheckedIOException failure) {
            throw failure;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }
}
