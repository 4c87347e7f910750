package dev.pgduo.replay;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.transcript.model.ResolvedTask;
import java.time.Duration;
import java.util.List;

/**
 * A task whose checks were tried.
 *
 * @param faults none when its checks tell its solution from everything else
 * @param elapsed how long it took, without the steps of the solution
 */
public record TaskResult(ResolvedTask task, List<Fault> faults, Duration elapsed) {
    public TaskResult {
        faults = List.copyOf(faults);
    }

    /**
     * Something that is wrong with a task.
     *
     * @param line 1-based, of the task or of a wrong answer
     */
    public record Fault(int line, ErrorReport report) {}
}
