package dev.pgduo.replay;

import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * The result of playing a lab file.
 *
 * @param transcript the file
 * @param resolution the steps for the server's version
 * @param results those of the steps that run something, in file order
 * @param usage the tolerances that the comparisons used
 * @param elapsed the duration, without the removal of the lab
 * @param tasks the results of tasks whose checks were tested, in file order
 */
public record PlayResult(
        Transcript transcript,
        Resolution resolution,
        List<StepResult> results,
        UsedTolerances usage,
        Duration elapsed,
        List<TaskResult> tasks) {
    public PlayResult {
        results = List.copyOf(results);
        tasks = List.copyOf(tasks);
    }

    /** A result without tasks. */
    public PlayResult(
            Transcript transcript,
            Resolution resolution,
            List<StepResult> results,
            UsedTolerances usage,
            Duration elapsed) {
        this(transcript, resolution, results, usage, elapsed, List.of());
    }

    /** The line of the first step before this one that failed, and on which this one may depend. */
    public static OptionalInt failedBefore(List<StepResult> results, StepResult step) {
        return results.stream()
                .filter(each -> each.verdict().breaksLater())
                .mapToInt(each -> each.step().step().span().first())
                .filter(line -> line < step.step().step().span().first())
                .findFirst();
    }
}
