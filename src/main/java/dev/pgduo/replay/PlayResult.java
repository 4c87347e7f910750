package dev.pgduo.replay;

import dev.pgduo.transcript.Resolution;
import dev.pgduo.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * A transcript that was played.
 *
 * @param transcript the file
 * @param resolution its steps as they apply to the server's version
 * @param results the steps that run something, in file order
 * @param usage what the comparisons overlooked
 * @param elapsed the whole time, without the removal of the lab
 */
public record PlayResult(
        Transcript transcript, Resolution resolution, List<StepResult> results, Usage usage, Duration elapsed) {
    public PlayResult {
        results = List.copyOf(results);
    }

    /** Steps whose output was the expected one. */
    public long matched() {
        return count(v -> v instanceof Verdict.Matched || v instanceof Verdict.Pending);
    }

    /** Steps whose output differs for a known reason. */
    public long adapted() {
        return count(Verdict.Adapted.class::isInstance);
    }

    /** Steps that count against the file. */
    public long failed() {
        return count(Verdict::failed);
    }

    /** Steps that were not run. */
    public long skipped() {
        return count(Verdict.Skipped.class::isInstance);
    }

    private long count(Predicate<Verdict> which) {
        return results.stream().map(StepResult::verdict).filter(which).count();
    }
}
