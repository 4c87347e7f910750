package dev.pgduo.replay.result;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.TaskResult;
import dev.pgduo.report.TerminalText;
import dev.pgduo.transcript.model.SourceText;
import java.util.List;
import java.util.Optional;

/** The findings of a task. */
final class TaskFindings {
    private TaskFindings() {}

    static StepOutcome outcome(PlayResult play, TaskResult task, String name) {
        SourceText text = play.transcript().text();
        List<Finding> findings = task.faults().stream()
                .map(fault -> Finding.error(
                        text.ownLine(fault.line()),
                        Optional.empty(),
                        fault.report().at(null).lines()))
                .toList();
        return new StepOutcome(
                TerminalText.shown(name),
                text.ownLine(task.task().task().span().first()),
                task.elapsed(),
                true,
                StepOutcome.Comparing.COMPARED,
                findings);
    }
}
