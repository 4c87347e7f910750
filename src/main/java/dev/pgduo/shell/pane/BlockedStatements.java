package dev.pgduo.shell.pane;

import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.session.Result;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.shell.screen.Screen;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The statements that are still waiting after the prompt has come back. Their output is shown when they end. */
final class BlockedStatements {
    /** How long the next prompt waits for the output of a statement that has just been unblocked. */
    private static final long GRACE_MILLIS = 100;

    private final Screen screen;
    private final RecordingListener journal;
    private final Map<Statement, CompletableFuture<?>> running = new ConcurrentHashMap<>();
    private final Queue<Runnable> ended = new ConcurrentLinkedQueue<>();

    BlockedStatements(Screen screen, RecordingListener journal) {
        this.screen = screen;
        this.journal = journal;
    }

    /** A statement that a session is running. */
    record Statement(LabSessions desk, int session, String margin, PaneOutput output) {}

    void add(Statement statement, CompletableFuture<Result> result) {
        running.put(statement, result);
        CompletableFuture<?> shown = result.handle((value, failure) -> {
            if (failure == null) {
                ended.add(() -> statement.desk().ended(statement.session(), value));
            }
            show(statement, failure);
            running.remove(statement);
            return true;
        });
        running.replace(statement, shown);
    }

    private void show(Statement statement, @Nullable Throwable failure) {
        try {
            List<String> lines = statement.output().finish();
            if (failure != null) {
                LoggerFactory.getLogger(BlockedStatements.class).warn("a waiting statement broke", failure);
            }
            screen.late(statement.margin(), lines, () -> journal.late(statement.session(), lines));
        } catch (RuntimeException e) {
            screen.remark("", String.valueOf(e.getMessage()));
        }
    }

    /** Passes ended statements on to the lab's sessions; on the loop's thread. */
    void settle() {
        for (Runnable next = ended.poll(); next != null; next = ended.poll()) {
            next.run();
        }
    }

    /** Waits a moment for statements that may just have been unblocked; on the loop's thread. */
    void grace() {
        CompletableFuture<?>[] all = running.values().toArray(CompletableFuture<?>[]::new);
        if (all.length > 0) {
            try {
                CompletableFuture.anyOf(all).get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException | ExecutionException e) {
                // The statement is still waiting, or has failed, which is shown with its output.
            }
        }
        settle();
    }
}
