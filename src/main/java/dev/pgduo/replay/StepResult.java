package dev.pgduo.replay;

import dev.pgduo.transcript.model.ResolvedStep;
import java.time.Duration;
import java.util.List;

/**
 * A step that was played.
 *
 * @param step the step
 * @param actual what it printed, in the lab file's own paths and ports
 * @param verdict what became of it
 * @param elapsed how long it took, waits and retries included
 */
public record StepResult(ResolvedStep step, List<String> actual, Verdict verdict, Duration elapsed) {
    public StepResult {
        actual = List.copyOf(actual);
    }
}
