package dev.pgduo.replay.drift;

import dev.pgduo.replay.compare.Matcher;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.transcript.model.Expected;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.write.Rewrite;
import java.util.List;

/**
 * What a step may have to print on some servers.
 *
 * @param lines as they are to be written
 * @param expected the same as they are compared
 */
record OutputVariant(List<Rewrite.NewLine> lines, List<ExpectedLine> expected) {
    OutputVariant {
        lines = List.copyOf(lines);
        expected = List.copyOf(expected);
    }

    /** What the file says now. */
    static OutputVariant current(Expected block) {
        List<Rewrite.NewLine> kept = block.lines().stream()
                .map(line -> (Rewrite.NewLine) new Rewrite.NewLine.Kept(line))
                .toList();
        return new OutputVariant(kept, block.lines());
    }

    /** What is to be written; lines of the file stay as they are. */
    static OutputVariant written(List<? extends Rewrite.NewLine> lines) {
        return new OutputVariant(
                List.copyOf(lines),
                lines.stream().map(Rewrite.NewLine::expected).toList());
    }

    /** Whether this output is what it says. */
    boolean accepts(List<String> actual, Rules rules) {
        return Matcher.compare(expected, actual, rules).accepted();
    }
}
