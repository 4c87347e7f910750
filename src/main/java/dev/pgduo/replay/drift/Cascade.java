package dev.pgduo.replay.drift;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.Verdict;
import dev.pgduo.transcript.model.ExpectedLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The step of a play after which results mean nothing: a server or a database is missing that later steps need, and that
 * existed when the lab was recorded.
 *
 * @param line the line of the first such step, from 1
 * @param reason that step's output
 * @param before the play up to that step
 */
public record Cascade(int line, String reason, PlayResult before) {
    private static final Pattern GONE = Pattern.compile("(?:.*(?:ERROR|FATAL|error):  ?)?.*(?:"
            + "server closed the connection unexpectedly"
            + "|connection to server .* failed.*"
            + "|could not connect to server.*"
            + "|[Cc]onnection refused.*"
            + "|connection to server was lost"
            + "|node [ab] is not running.*"
            + "|database \".*\" does not exist"
            + "|no connection to the server"
            + "|You are currently not connected to a database\\."
            + "|PID file \".*\" does not exist"
            + "|the database system is shut(?:ting)? down)");

    /** The cascade in a play; empty when all of its results can be written. */
    public static Optional<Cascade> in(PlayResult play) {
        List<StepResult> results = play.results();
        for (int i = 0; i < results.size(); i++) {
            Optional<String> gone = gone(results.get(i));
            if (gone.isPresent()) {
                PlayResult before = new PlayResult(
                        play.transcript(), play.resolution(), results.subList(0, i), play.usage(), play.elapsed());
                return Optional.of(
                        new Cascade(results.get(i).step().step().span().first(), gone.get(), before));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> gone(StepResult step) {
        boolean announced = step.step().directives().expectError() != null
                || step.step().directives().ignore()
                || step.step().expected().lines().stream()
                        .map(ExpectedLine::written)
                        .anyMatch(Cascade::tells);
        return announced || !step.verdict().failed()
                ? Optional.empty()
                : lines(step).stream().filter(Cascade::tells).findFirst();
    }

    private static List<String> lines(StepResult step) {
        return step.verdict() instanceof Verdict.Broken broken && step.actual().isEmpty()
                ? broken.report().lines()
                : step.actual();
    }

    private static boolean tells(String line) {
        return GONE.matcher(line).matches();
    }
}
