package dev.pgduo.cluster.process;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A computation on a daemon thread, whose result is waited for later. An interrupt of who waits does not reach it. */
public final class Background<T> {
    private final FutureTask<T> task;

    private Background(FutureTask<T> task) {
        this.task = task;
    }

    /** Starts the computation. */
    public static <T> Background<T> of(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        thread.start();
        return new Background<>(task);
    }

    /** Waits until it has ended, however; an interrupt does not end the wait. */
    public void await() {
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
    public T result() throws IOException {
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
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }
}
