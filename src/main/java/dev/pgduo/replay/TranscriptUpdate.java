package dev.pgduo.replay;

import dev.pgduo.replay.compare.Update;
import dev.pgduo.replay.compare.UpdatedLine;
import dev.pgduo.transcript.Expected;
import dev.pgduo.transcript.ExpectedLine;
import dev.pgduo.transcript.Rewrite;
import java.util.List;

/**
 * Writes what came into the expected blocks of a transcript; everything else stays byte for byte.
 *
 * @param updates whether output that differs is written
 * @param fills whether steps without any expected output get theirs written
 */
public record TranscriptUpdate(boolean updates, boolean fills) {
    /** The new text of the transcript. */
    public String apply(PlayResult result) {
        Rewrite rewrite = new Rewrite(result.transcript());
        for (StepResult step : result.results()) {
            Expected block = step.step().expected();
            boolean fill = fills && block.lines().isEmpty() && fillable(step);
            if (updates && step.verdict() instanceof Verdict.Differs differs) {
                rewrite.replace(block, lines(block.lines(), Update.of(block.lines(), step.actual(), differs.rules())));
            } else if (fill) {
                rewrite.replace(
                        block,
                        step.actual().stream().map(Rewrite.NewLine.Actual::new).toList());
            }
        }
        return rewrite.text();
    }

    private static boolean fillable(StepResult step) {
        return !step.actual().isEmpty()
                && !step.verdict().failed()
                && !step.step().directives().ignore();
    }

    private static List<? extends Rewrite.NewLine> lines(List<ExpectedLine> old, List<UpdatedLine> updated) {
        return updated.stream().map(line -> line(old, line)).toList();
    }

    private static Rewrite.NewLine line(List<ExpectedLine> old, UpdatedLine line) {
        return line.expected() < 0
                ? new Rewrite.NewLine.Actual(line.actual())
                : new Rewrite.NewLine.Kept(old.get(line.expected()));
    }
}
