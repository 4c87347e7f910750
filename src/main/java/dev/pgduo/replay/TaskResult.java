package dev.pgduo.replay;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.transcript.model.ResolvedTask;
import java.time.Duration;
import java.util.List;

/**
 * The result of testing a task's checks.
 *
 * @param faults empty when the checks distinguish the solution from everything else
 * @param elapsed the duration, without the steps of the solution
 */
public record TaskResult(ResolvedTask task, List<Fault> faults, Duration elapsed) {
    public TaskResult {
        faults = List.copyOf(faults);
    }

    /**
     * A defect of a task.
     *
     * @param line the line of the task or of a wrong answer, from 1
     */
    public record Fault(int line, ErrorReport report) {}
}
