package dev.pgduo.replay;

import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * A lab file that was played, every step as it came.
 *
 * @param transcript the file
 * @param resolution its steps as they apply to the server's version
 * @param results the steps that run something, in file order
 * @param usage what the comparisons overlooked
 * @param elapsed the whole time, without the removal of the lab
 * @param tasks those whose checks were tried, in file order
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

    /** One of which no task was tried. */
    public PlayResult(
            Transcript transcript,
            Resolution resolution,
            List<StepResult> results,
            UsedTolerances usage,
            Duration elapsed) {
        this(transcript, resolution, results, usage, elapsed, List.of());
    }

    /** The line of the first of these steps that is before this one, failed, and on which it may stand. */
    public static OptionalInt failedBefore(List<StepResult> results, StepResult step) {
        return results.stream()
                .filter(each -> each.verdict().breaksLater())
                .mapToInt(each -> each.step().step().span().first())
                .filter(line -> line < step.step().step().span().first())
                .findFirst();
    }
}
