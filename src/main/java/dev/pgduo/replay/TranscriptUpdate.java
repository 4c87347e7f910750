package dev.pgduo.replay;

import dev.pgduo.replay.compare.Update;
import dev.pgduo.replay.compare.UpdatedLine;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Expected;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.write.Rewrite;
import java.util.List;
import java.util.Optional;

/**
 * Writes the actual output into the expected blocks of a lab file; all other bytes are kept.
 *
 * @param updates whether output that differs is written
 * @param fills whether missing expected output is written
 */
public record TranscriptUpdate(boolean updates, boolean fills) {
    /** The new text of the lab file. */
    public String apply(PlayResult result) {
        Rewrite rewrite = new Rewrite(result.transcript());
        for (StepResult step : result.results()) {
            rewritten(step).ifPresent(lines -> rewrite.replace(step.step().expected(), lines));
            announcement(step).ifPresent(error -> rewrite.above(step.step().step(), error.written()));
        }
        return rewrite.text();
    }

    /** The new expected lines of a step; empty when they are not changed. */
    public Optional<List<? extends Rewrite.NewLine>> rewritten(StepResult step) {
        Expected block = step.step().expected();
        if (updates && step.verdict() instanceof Verdict.Differs differs) {
            return Optional.of(lines(block.lines(), Update.of(block.lines(), step.actual(), differs.rules())));
        }
        return fills && block.lines().isEmpty() && fillable(step)
                ? Optional.of(
                        step.actual().stream().map(Rewrite.NewLine.Actual::new).toList())
                : Optional.empty();
    }

    /** The directive to insert above a filled step that ended in an error; empty when none is needed. */
    public Optional<Directive.ExpectError> announcement(StepResult step) {
        return rewritten(step)
                .flatMap(lines ->
                        step.verdict() instanceof Verdict.Broken broken ? broken.unannounced() : Optional.empty())
                .map(state -> new Directive.ExpectError(state.isEmpty() ? null : state));
    }

    private static boolean fillable(StepResult step) {
        return !step.actual().isEmpty()
                && (step.verdict() instanceof Verdict.NotCompared
                        || unannounced(step)
                        || !step.verdict().failed())
                && !step.step().directives().ignore();
    }

    private static boolean unannounced(StepResult step) {
        return step.verdict() instanceof Verdict.Broken broken
                && broken.unannounced().isPresent();
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
