package dev.pgduo.lab.session;

import dev.pgduo.report.LabException;
import dev.pgduo.session.PsqlSession;
import dev.pgduo.session.Result;
import dev.pgduo.session.host.SessionOutput;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SQL session on a thread of its own, so that a statement can wait while the lab goes on.
 *
 * <p>Inputs are run in the order in which they came. Safe for use by several threads.
 */
public final class SessionThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionThread.class);

    private final PsqlSession session;
    private final ExecutorService thread;
    private volatile @Nullable Thread worker;
    private volatile CompletableFuture<Result> latest = CompletableFuture.completedFuture(new Result.Done(List.of()));

    public SessionThread(String name, PsqlSession session) {
        this.session = session;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread t = new Thread(task, name);
            t.setDaemon(true);
            worker = t;
            return t;
        });
    }

    /** Runs an input after those that were submitted before; the result comes later. */
    public synchronized CompletableFuture<Result> submit(String text, SessionOutput output) {
        latest = CompletableFuture.supplyAsync(() -> session.run(text, output), thread);
        return latest;
    }

    /** Queries the session's state on its thread, before any other input is run there. */
    public synchronized <T> T ask(Function<PsqlSession, T> question) {
        return CompletableFuture.supplyAsync(() -> question.apply(session), thread)
                .join();
    }

    /** Whether an input is running or waiting to be run. */
    public boolean busy() {
        return !latest.isDone();
    }

    /** The result of the latest input. */
    public CompletableFuture<Result> latest() {
        return latest;
    }

    /** The session itself: for methods that any thread may call, or while it is not {@link #busy()}. */
    public PsqlSession session() {
        return session;
    }

    /**
     * Cancels a running statement and closes the connection. A command of the session itself, such as {@code \destroy}, may
     * call this: it is not interrupted.
     */
    @Override
    public void close() {
        if (Thread.currentThread() == worker) {
            thread.shutdown();
            session.close();
            return;
        }
        try {
            if (busy()) {
                session.cancel();
            }
        } catch (LabException e) {
            // The statement ends when its connection is lost, only later.
            LOG.debug("a statement was not canceled", e);
        }
        thread.shutdownNow();
        session.close();
    }
}
