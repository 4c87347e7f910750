package dev.pgduo.course.verify;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.os.OsResult;
import dev.pgduo.lab.os.OsWatch;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.session.SessionThread;
import dev.pgduo.replay.LabCommands;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Result;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.transcript.model.WrongAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs wrong answers. SQL is run in a session of its own, which is closed afterwards.
 *
 * @param lineLimit the time limit for a line of an OS prompt
 */
record WrongAnswerRun(LabSessions desk, LabCommands commands, Duration lineLimit)
        implements WrongAnswer.Visitor<Optional<String>> {
    private static final Duration STATEMENTS = Duration.ofSeconds(10);

    /**
     * Runs all parts of an answer; returns an error in the answer itself, if any.
     *
     * @throws LabException when this thread is interrupted
     */
    Optional<ErrorReport> run(WrongAnswer answer) {
        List<WrongAnswer.Part> parts = answer.parts();
        for (int i = 0; i < parts.size(); i++) {
            boolean mayFail = answer.failing() && i == parts.size() - 1;
            Optional<String> error = error(parts.get(i));
            if (error.isPresent() && !mayFail) {
                return Optional.of(ErrorReport.error("the wrong answer ends in an error")
                        .detail(error.get())
                        .hint("Correct it; when its last command is meant to fail, write \"=> error\" behind it."));
            }
            if (error.isEmpty() && mayFail) {
                return Optional.of(ErrorReport.error("the wrong answer does not end in an error")
                        .hint("Remove \"=> error\", or correct it."));
            }
        }
        return Optional.empty();
    }

    private Optional<String> error(WrongAnswer.Part part) {
        try {
            return part.accept(this);
        } catch (LabException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return Optional.of(e.report().render());
        } finally {
            desk.wrote();
        }
    }

    @Override
    public Optional<String> sql(WrongAnswer.Sql part) {
        int number = desk.sessions().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        SessionThread session = desk.session(number, NodeName.parse(part.node()));
        try {
            CollectingOutput output = new CollectingOutput();
            String typed = desk.naming().toReal(part.statements());
            String ended = typed.endsWith(";") ? typed : typed + ";";
            Optional<Result> result = result(session.submit(ended, output));
            if (result.isEmpty()) {
                return Optional.of("It did not end within " + STATEMENTS.toSeconds() + " s.");
            }
            return result.get().ok()
                    ? Optional.empty()
                    : Optional.of(String.join("\n", desk.naming().toShown(output.lines())));
        } finally {
            desk.close(number);
        }
    }

    private static Optional<Result> result(CompletableFuture<Result> running) {
        try {
            return Optional.of(running.get(STATEMENTS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling the wrong answer due to user request"), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    @Override
    public Optional<String> lab(WrongAnswer.Lab part) {
        LabCommands.Outcome outcome = commands.run(part.command(), line -> {});
        return outcome.exitCode() == 0 ? Optional.empty() : Optional.of(words(outcome.output(), outcome.exitCode()));
    }

    @Override
    public Optional<String> os(WrongAnswer.Os part) {
        OsResult result =
                desk.os(NodeName.parse(part.node()), part.line(), new OsWatch(Optional.of(lineLimit), line -> {}));
        if (!result.awaited().isEmpty()) {
            return Optional.of("It did not end within " + lineLimit.toSeconds() + " s.");
        }
        return result.exitCode() == 0 ? Optional.empty() : Optional.of(words(result.output(), result.exitCode()));
    }

    private static String words(List<String> output, int code) {
        return output.isEmpty() ? "The exit code is " + code + "." : String.join("\n", output);
    }
}
