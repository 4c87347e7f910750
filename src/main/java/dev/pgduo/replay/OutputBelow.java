package dev.pgduo.replay;

import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ExpectedLines;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.SourceText;
import dev.pgduo.transcript.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text after a step's output, in column 0. In the file a blank line ends the output; where the real output contains a blank
 * line, the text after it is the rest of the output.
 *
 * @param text the file's text
 */
record OutputBelow(SourceText text) {
    /**
     * The expected lines, with as many lines of the text after them as the output continues for; empty where the output has no
     * blank line there.
     */
    Optional<List<ExpectedLine>> with(ResolvedStep step, List<ExpectedLine> expected, List<String> actual) {
        boolean column0 = step.step() instanceof Step.OsCommand || step.step() instanceof Step.LabCommand;
        int end = actual.indexOf("");
        int rest = actual.size() - expected.size();
        int below = step.step().span().last();
        if (!column0 || end < 1 || end == actual.size() - 1 || rest < 1) {
            return Optional.empty();
        }
        List<ExpectedLine> all = new ArrayList<>(expected);
        for (int line = below + 1; line <= Math.min(below + rest, text.lines().size()); line++) {
            all.add(ExpectedLines.read(line, text.line(line).text()));
        }
        return Optional.of(all);
    }
}
