package dev.pgduo.replay.result;

import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.StepResult;
import dev.pgduo.report.TerminalText;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.SourceText;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports the result of each step during a play, as {@link LabOutcome} has it at the end. */
public final class LiveSteps implements PlayListener {
    private final SourceText text;
    private final StepListener listener;
    private final StepNames names = new StepNames();
    private final List<StepResult> results = new ArrayList<>();
    private @Nullable String name;

    public LiveSteps(Transcript transcript, StepListener listener) {
        this.text = transcript.text();
        this.listener = listener;
    }

    @Override
    public void begins(ResolvedStep step, Captures captures) {
        if (step.step() instanceof Step.Heading heading) {
            names.heading(heading.title());
        }
        if (step.step().governed()) {
            name = begun(step);
        }
    }

    private String begun(ResolvedStep step) {
        String next = TerminalText.shown(names.next(step.step()));
        listener.begins(next, text.ownLine(step.step().span().first()));
        return next;
    }

    /** A step that is skipped has no begin, which is reported now. */
    @Override
    public void ended(StepResult result) {
        String known = name == null ? begun(result.step()) : name;
        name = null;
        results.add(result);
        listener.ended(StepFindings.outcome(text, results, result, known));
    }
}
