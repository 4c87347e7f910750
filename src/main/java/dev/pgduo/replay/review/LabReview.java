package dev.pgduo.replay.review;

import dev.pgduo.lab.os.OsAction;
import dev.pgduo.lab.os.OsLine;
import dev.pgduo.report.Position;
import dev.pgduo.session.review.OutwardSql;
import dev.pgduo.session.review.ScriptReview;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.model.WrongAnswer;
import dev.pgduo.transcript.read.WrongAnswerReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the lines of a lab file that are neither recognized idioms nor SQL. All branches are checked, as the server is not
 * known.
 */
public final class LabReview {
    /** Commands of the lab that read a named file, or start a program. */
    private static final Pattern LAB =
            Pattern.compile("(play|verify|present|record\\s+start|conf\\s+edit)\\b.*|.*--pg\\b.*");

    /** A setting whose value is run by a shell. */
    private static final Pattern COMMAND_SETTING = Pattern.compile("(?s).*_command\\b.*");

    /** A text with a value that is known only during a play. */
    private static final Pattern CAPTURED = Pattern.compile("(?s).*(?<!%)%\\{.*");

    private final Set<Integer> lines = new TreeSet<>();
    private final Map<Integer, ScriptReview> sessions = new HashMap<>();

    private LabReview() {}

    /** The lines in the file's order. */
    public static List<ReviewedLine> of(Transcript transcript) {
        LabReview review = new LabReview();
        Step.all(transcript.steps()).forEach(review::step);
        return review.lines.stream()
                .map(line -> new ReviewedLine(
                        line, transcript.text().line(line).text().strip()))
                .toList();
    }

    private void step(Step step) {
        int line = step.span().first();
        if (step instanceof Step.OsCommand os && reachesOut(os.command())) {
            lines.add(line);
        } else if (step instanceof Step.LabCommand lab && labReachesOut(lab.command())) {
            lines.add(line);
        } else if (step instanceof Step.SqlInput sql) {
            sql(sql);
        } else if (step instanceof Step.DirectiveLine directive && reachesOut(directive.directive())) {
            lines.add(line);
        }
    }

    /** Whether a directive of a task has such a line; {@code verify --tasks} and {@code learn} run these. */
    private static boolean reachesOut(Directive directive) {
        if (directive instanceof Directive.Check check) {
            String text = check.predicate().text();
            return OutwardSql.in(text) || CAPTURED.matcher(text).matches();
        }
        return directive instanceof Directive.Wrong wrong
                && WrongAnswerReader.read(wrong.answer().text(), new Position("", 1, 1)).parts().stream()
                        .anyMatch(part -> part.accept(OUTWARD));
    }

    private static final WrongAnswer.Visitor<Boolean> OUTWARD = new WrongAnswer.Visitor<>() {
        @Override
        public Boolean sql(WrongAnswer.Sql part) {
            return CAPTURED.matcher(part.statements()).matches()
                    || !new ScriptReview(LabReview::labReachesOut)
                            .lines(part.statements())
                            .isEmpty();
        }

        @Override
        public Boolean lab(WrongAnswer.Lab part) {
            return labReachesOut(part.command());
        }

        @Override
        public Boolean os(WrongAnswer.Os part) {
            return reachesOut(part.line());
        }
    };

    private void sql(Step.SqlInput sql) {
        int first = sql.span().first();
        sessions.computeIfAbsent(sql.session(), session -> new ScriptReview(LabReview::labReachesOut))
                .lines(sql.input())
                .forEach(line -> lines.add(first + line));
        String[] input = sql.input().split("\n", -1);
        for (int i = 0; i < input.length; i++) {
            if (CAPTURED.matcher(input[i]).matches()) {
                lines.add(first + i);
            }
        }
    }

    private static boolean reachesOut(String command) {
        if (command.isEmpty()) {
            return false;
        }
        OsAction action = OsLine.read(command, Map.of("PGDATA", "/data", "HOME", "/home"));
        return action.runsAsTyped()
                || CAPTURED.matcher(command).matches()
                || COMMAND_SETTING.matcher(command).matches();
    }

    private static boolean labReachesOut(String command) {
        String bare = command.replaceAll("[\"'\\\\]", "").strip();
        return LAB.matcher(bare).matches()
                || CAPTURED.matcher(bare).matches()
                || COMMAND_SETTING.matcher(bare).matches();
    }
}
