package dev.pgduo.shell.pane;

import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.session.Waiting;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Result;
import dev.pgduo.shell.prompt.BusyPrompt;
import dev.pgduo.transcript.write.TranscriptBuilder;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Waits for one statement of a session until it ends, is blocked by another session, or the person goes to another pane. For
 * the prompt's thread.
 */
final class StatementWait {
    /** For shorter statements no keys are read. */
    private static final long MOMENT_MILLIS = 20;

    private static final long LOOK_MILLIS = 50;

    /** After this time the server is asked what the statement is waiting for. */
    private static final long PATIENCE_MILLIS = 1000;

    private static final long ASK_AGAIN_MILLIS = 100;

    private final int number;
    private final LabSessions sessions;
    private final PaneTools tools;
    private final LabPanes panes;
    private long asked = System.nanoTime() + millis(PATIENCE_MILLIS - ASK_AGAIN_MILLIS);

    StatementWait(int number, LabSessions sessions, PaneTools tools, LabPanes panes) {
        this.number = number;
        this.sessions = sessions;
        this.tools = tools;
        this.panes = panes;
    }

    /**
     * Starts the statement and waits; the result is empty when the statement continues without the prompt, of which the person
     * was told.
     */
    Begun result(Supplier<CompletableFuture<Result>> statement) {
        BusyPrompt prompt = tools.side().busy();
        prompt.begin();
        try {
            CompletableFuture<Result> running = statement.get();
            Optional<Result> result = within(running, MOMENT_MILLIS);
            while (result.isEmpty() && !left(prompt.look()) && !heldUp()) {
                result = within(running, LOOK_MILLIS);
            }
            return new Begun(running, result);
        } finally {
            prompt.end();
        }
    }

    /** A statement that was started, and its result if it has ended. */
    record Begun(CompletableFuture<Result> running, Optional<Result> result) {}

    /**
     * Goes to another pane when the person has asked for it. While a command of the lab runs, of which there can be only one,
     * the key is kept until the command has ended.
     */
    private boolean left(OptionalInt to) {
        if (to.isEmpty() || to.getAsInt() == number) {
            return false;
        }
        if (sessions.backslash().running()) {
            tools.side().busy().later(to.getAsInt());
            return false;
        }
        try {
            panes.go(to.getAsInt());
        } catch (LabException e) {
            e.report().lines().forEach(line -> tools.screen().remark("", line));
            return false;
        }
        tools.screen().remark(margin(), WaitingWords.left(number, sessions.nodeOf(number)));
        return true;
    }

    /**
     * Whether another session blocks the statement; not asked for a command of the lab, which may stop the session's own
     * server.
     */
    private boolean heldUp() {
        if (sessions.backslash().running() || System.nanoTime() - asked < millis(ASK_AGAIN_MILLIS)) {
            return false;
        }
        Optional<Waiting> waiting = sessions.holdup(number).filter(Waiting::byOthers);
        asked = System.nanoTime();
        waiting.ifPresent(by -> WaitingWords.of(sessions, number, by)
                .forEach(line -> tools.screen().remark(margin(), line)));
        return waiting.isPresent();
    }

    private String margin() {
        return TranscriptBuilder.prefix(number).text();
    }

    private static Optional<Result> within(CompletableFuture<Result> running, long millis) {
        try {
            return Optional.of(running.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling statement due to user request"), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    private static long millis(long count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }
}
