package dev.pgduo.replay;

import dev.pgduo.lab.CapturedOutput;
import dev.pgduo.lab.LabDesk;
import dev.pgduo.lab.SessionThread;
import dev.pgduo.lab.Waited;
import dev.pgduo.lab.Waiting;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.session.Result;
import dev.pgduo.transcript.Header;
import dev.pgduo.transcript.ResolvedStep;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The steps that are typed into SQL sessions, those that block among them. */
final class SqlSteps {
    /** A statement that no other one holds up may take this long. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Header header;
    private final LabDesk desk;
    private final Consumer<Waited> waits;
    private final Map<Integer, Running> running = new HashMap<>();

    SqlSteps(Header header, LabDesk desk, Consumer<Waited> waits) {
        this.header = header;
        this.desk = desk;
        this.waits = waits;
    }

    void forget() {
        running.clear();
    }

    Attempt statement(ResolvedStep step, int session, String input) {
        return () -> {
            SessionThread thread = desk.session(session);
            if (!step.directives().noCatchup()) {
                desk.catchUp(session).ifPresent(waits);
            }
            Running statement = submit(thread, desk.naming().toReal(input));
            if (step.blocks()) {
                running.put(session, statement);
                awaitBlocked(session, statement);
                return Outcome.isPending();
            }
            return await(session, statement);
        };
    }

    /** The output of the session's statement that was out. */
    Attempt late(int session) {
        return () -> {
            Running statement = running.get(session);
            return statement == null
                    ? Outcome.broken(ErrorReport.error("no statement of this session is waiting"), List.of())
                    : await(session, statement);
        };
    }

    private Running submit(SessionThread thread, String input) {
        CapturedOutput output = new CapturedOutput();
        return new Running(input, output, thread.submit(input, output));
    }

    /** Returns as soon as the server says that the statement waits, or when it has ended after all. */
    private void awaitBlocked(int session, Running statement) {
        long deadline = System.nanoTime() + header.retry().toNanos();
        while (result(statement, LOOK).isEmpty() && System.nanoTime() < deadline) {
            if (desk.waiting(session).isPresent()) {
                return;
            }
        }
    }

    private Outcome await(int session, Running statement) {
        long start = System.nanoTime();
        long held = 0;
        while (true) {
            Optional<Result> result = result(statement, LOOK);
            if (result.isPresent()) {
                return outcome(session, statement, result.get());
            }
            long now = System.nanoTime();
            Optional<Waiting> waiting = now - start < LOOK.toNanos() * 10 ? Optional.empty() : desk.waiting(session);
            held = waiting.filter(Waiting::byOthers).isEmpty() ? now : held;
            if (now - Math.max(held, start) > header.retry().toNanos() && waiting.isPresent()) {
                return Outcome.broken(Attempts.waiting(waiting.get().describe()), statement.output.lines());
            }
            if (now - start > LONGEST.toNanos()) {
                desk.cancel(session);
                return Outcome.broken(
                        ErrorReport.error("the statement did not return within " + LONGEST.toSeconds() + " s"),
                        statement.output.lines());
            }
        }
    }

    private Outcome outcome(int session, Running statement, Result result) {
        running.remove(session, statement);
        desk.ended(session, result);
        Optional<String> error = result.ok() ? Optional.empty() : Optional.of(Reads.sqlState(result));
        return Outcome.of(desk.naming().toShown(statement.output.lines()), error, Reads.only(result));
    }

    private static Optional<Result> result(Running statement, Duration limit) {
        try {
            return Optional.of(statement.result.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new dev.pgduo.report.LabException(ErrorReport.error("canceling the step due to user request"), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    private record Running(String input, CapturedOutput output, CompletableFuture<Result> result) {}
}
