package dev.pgduo.replay;

import dev.pgduo.transcript.model.ResolvedStep;
import java.time.Duration;
import java.util.List;

/**
 * The result of a step.
 *
 * @param step the step
 * @param actual the output, with the lab file's paths and ports
 * @param verdict the verdict about it
 * @param elapsed the duration, including waits and retries
 */
public record StepResult(ResolvedStep step, List<String> actual, Verdict verdict, Duration elapsed) {
    public StepResult {
        actual = List.copyOf(actual);
    }
}
