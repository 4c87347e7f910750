package dev.pgduo.shell.pane;

import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A step of a transcript, as {@link RandomDoings.Done} tells it.
 *
 * @param what was typed where
 * @param expected its output
 */
record ReadBack(String what, List<ExpectedLine> expected) {
    private static final Environment PG15 = new Environment(ServerVersion.parse("15.4"), "linux", tool -> true);

    static List<ReadBack> of(String text) {
        return TranscriptReader.parse(text, "x.lab").resolve(PG15).steps().stream()
                .map(step -> new ReadBack(what(step.step()), step.expected().lines()))
                .filter(step -> !step.what.isEmpty())
                .toList();
    }

    /** Whether this is the step, with patterns that its output alone matches. */
    boolean is(RandomDoings.Done done) {
        return what.equals(done.what())
                && expected.size() == done.output().size()
                && IntStream.range(0, expected.size())
                        .allMatch(i -> matches(expected.get(i), done.output().get(i)));
    }

    private static boolean matches(ExpectedLine line, String output) {
        return line instanceof ExpectedLine.Regex regex
                ? Pattern.matches(regex.pattern(), output)
                : line instanceof ExpectedLine.Exact && line.written().equals(output);
    }

    private static String what(Step step) {
        if (step instanceof Step.LabCommand lab) {
            return "lab " + lab.command();
        }
        if (step instanceof Step.OsCommand os) {
            return os.node() + " " + os.command();
        }
        if (step instanceof Step.SessionOpen open) {
            return "open " + open.session();
        }
        if (step instanceof Step.LateOutput late) {
            return "late " + late.session();
        }
        return step instanceof Step.SqlInput sql ? "sql " + sql.session() + " " + sql.input() : "";
    }
}
