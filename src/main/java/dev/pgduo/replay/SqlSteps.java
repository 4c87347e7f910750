package dev.pgduo.replay;

import dev.pgduo.lab.Waited;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.session.SessionThread;
import dev.pgduo.lab.session.Waiting;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.scan.InputState;
import dev.pgduo.session.PsqlSession;
import dev.pgduo.session.Result;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.ResolvedStep;
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
import java.util.regex.Pattern;

/** The steps of SQL sessions, including statements that block. */
final class SqlSteps {
    private static final Pattern CONNECT = Pattern.compile("^\\s*\\\\c(?:onnect)?\\b");
    private static final Pattern PORT = Pattern.compile(":(?:PORT\\b|'PORT'|\"PORT\")");

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Header header;
    private final LabSessions desk;
    private final Consumer<Waited> waits;
    private final Map<Integer, Running> running = new HashMap<>();

    SqlSteps(Header header, LabSessions desk, Consumer<Waited> waits) {
        this.header = header;
        this.desk = desk;
        this.waits = waits;
    }

    void forget() {
        running.clear();
    }

    Attempt statement(ResolvedStep step, int session, String input) {
        return () -> {
            if (input.strip().equals("\\q") && !desk.isOpen(session)) {
                return Outcome.of(List.of(), Optional.empty(), false);
            }
            SessionThread thread = desk.session(session);
            if (header.run().catchup() && !step.directives().noCatchup()) {
                desk.catchUp(session).ifPresent(waits);
            }
            Running statement = submit(thread, real(thread, input));
            if (step.blocks()) {
                running.put(session, statement);
                awaitBlocked(session, statement);
                return Outcome.isPending();
            }
            return await(session, statement);
        };
    }

    /** The attempt that returns the output of the session's waiting statement. */
    Attempt late(int session) {
        return () -> {
            Running statement = running.get(session);
            return statement == null
                    ? Outcome.broken(ErrorReport.error("no statement of this session is waiting"), List.of())
                    : await(session, statement);
        };
    }

    /**
     * The input with real ports. In a command that connects, the variable PORT, which has the lab file's port, is replaced by
     * the session's real port.
     */
    private String real(SessionThread thread, String input) {
        String named = CONNECT.matcher(input).find()
                ? PORT.matcher(input)
                        .replaceAll(Integer.toString(thread.session().endpoint().port()))
                : input;
        return desk.naming().toReal(named);
    }

    private Running submit(SessionThread thread, String input) {
        CollectingOutput output = new CollectingOutput();
        return new Running(input, thread.session(), output, thread.submit(input, output));
    }

    /** Waits until the server reports that the statement is waiting for another session, or it has ended after all. */
    private void awaitBlocked(int session, Running statement) {
        UntilBlocked wait = new UntilBlocked(header.retry());
        long start = System.nanoTime();
        long now = start;
        while (result(statement, LOOK).isEmpty()
                && now - start < limit().toNanos()
                && !wait.over(now, desk.waiting(session), () -> desk.begun(session))) {
            now = System.nanoTime();
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
            if (now - start > limit().toNanos()) {
                desk.cancel(session);
                return Outcome.broken(
                        ErrorReport.error("the statement did not return within " + limit().toSeconds() + " s")
                                .hint("Give it more time with \"timeout\" in the front matter or --step-timeout."),
                        statement.output.lines());
            }
        }
    }

    /** The time limit for a statement that no other session blocks. */
    private Duration limit() {
        return header.run().statementTimeout();
    }

    private Outcome outcome(int session, Running statement, Result result) {
        running.remove(session, statement);
        desk.ended(session, result);
        if (result.open() && neverEnded(statement)) {
            return Outcome.broken(ErrorReport.error("the statement never ends"), statement.output.lines());
        }
        Optional<String> error = result.ok() ? Optional.empty() : Optional.of(Reads.sqlState(result));
        return Outcome.of(desk.naming().toShown(statement.output.lines()), error, Reads.only(result));
    }

    /** Whether the input turned out to be no complete statement after captured values were inserted. */
    private static boolean neverEnded(Running statement) {
        boolean pending =
                statement.session.pending() && !InputState.of(statement.input).complete();
        if (pending) {
            statement.session.resetBuffer();
        }
        return pending;
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

    private record Running(
            String input, PsqlSession session, CollectingOutput output, CompletableFuture<Result> result) {}
}
