package dev.pgduo.replay.drift;

import dev.pgduo.replay.compare.Matcher;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.transcript.model.Expected;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.write.Rewrite;
import java.util.List;

/**
 * The expected output of a step on some servers.
 *
 * @param lines the lines for the file
 * @param expected the same lines for comparison
 */
record OutputVariant(List<Rewrite.NewLine> lines, List<ExpectedLine> expected) {
    OutputVariant {
        lines = List.copyOf(lines);
        expected = List.copyOf(expected);
    }

    /** The expected output in the file now. */
    static OutputVariant current(Expected block) {
        List<Rewrite.NewLine> kept = block.lines().stream()
                .map(line -> (Rewrite.NewLine) new Rewrite.NewLine.Kept(line))
                .toList();
        return new OutputVariant(kept, block.lines());
    }

    /** Expected output to be written; lines of the file are kept. */
    static OutputVariant written(List<? extends Rewrite.NewLine> lines) {
        return new OutputVariant(
                List.copyOf(lines),
                lines.stream().map(Rewrite.NewLine::expected).toList());
    }

    /** Whether an actual output matches. */
    boolean accepts(List<String> actual, Rules rules) {
        return Matcher.compare(expected, actual, rules).accepted();
    }
}
