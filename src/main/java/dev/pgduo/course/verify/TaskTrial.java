package dev.pgduo.course.verify;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.course.predicate.Check;
import dev.pgduo.course.predicate.Predicate;
import dev.pgduo.course.task.Evaluation;
import dev.pgduo.course.task.TaskCheck;
import dev.pgduo.course.task.TaskStart;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.snapshot.LabMarks;
import dev.pgduo.replay.Player;
import dev.pgduo.replay.TaskResult;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.PlacedText;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.model.WrongAnswer;
import dev.pgduo.transcript.read.WrongAnswerReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tests the checks of one task: they must be false before it, false after each wrong answer, and true after its solution. Used
 * once.
 */
final class TaskTrial {
    /** How long the checks must stay false before the task and after a wrong answer. */
    private static final Duration STAYS_FALSE = Duration.ofSeconds(1);

    private static final Duration CONNECTS = Duration.ofSeconds(10);

    private final ResolvedTask task;
    private final Transcript transcript;
    private final Player player;
    private final Stage stage;
    private final List<TaskResult.Fault> faults = new ArrayList<>();
    private List<Check> checks = List.of();
    private TaskStart start;
    private long nanos;

    /** The objects for testing tasks. */
    record Stage(LabSessions desk, LabMarks marks, WrongAnswerRun wrongs) {}

    TaskTrial(ResolvedTask task, Transcript transcript, Player player, Stage stage) {
        this.task = task;
        this.transcript = transcript;
        this.player = player;
        this.stage = stage;
        this.start = TaskStart.of(lab());
    }

    ResolvedTask task() {
        return task;
    }

    private Lab lab() {
        return stage.desk().lab();
    }

    /** Tests before the solution that neither the initial state nor a wrong answer does the task. */
    void begin() {
        long began = System.nanoTime();
        try {
            checks = TaskCheck.read(task, transcript, player.captures());
            if (checks.isEmpty()) {
                fault(line(), ErrorReport.error("task has no \"%check\" here"));
            } else if (before()) {
                wrongs();
            }
        } catch (LabException e) {
            failed(e);
        }
        start = TaskStart.of(lab());
        nanos += System.nanoTime() - began;
    }

    private boolean before() {
        Evaluation seen = look();
        if (seen.holds()) {
            fault(
                    line(),
                    ErrorReport.error("task is done before it begins")
                            .detail("Seen: " + seen.evidence() + ".")
                            .hint("Have its checks look at what the solution changes."));
        }
        return !seen.holds();
    }

    private void wrongs() {
        if (task.wrongs().isEmpty()) {
            return;
        }
        Optional<LabMarks.Mark> mark = stage.marks().take();
        if (mark.isEmpty()) {
            fault(
                    line(),
                    ErrorReport.error("a session waits or is in a transaction where the task begins")
                            .detail("Its wrong answers cannot be tried, because the session would lose that.")
                            .hint("Begin the task where all sessions are idle."));
            return;
        }
        boolean streamed = streaming();
        for (PlacedText wrong : task.wrongs()) {
            start = TaskStart.of(lab());
            boolean shell = tried(wrong);
            back(mark.get(), shell);
            if (streamed) {
                Wait.to("have the pair stream again", CONNECTS).comesTrue(this::streaming);
            }
        }
        stage.marks().drop(mark.get());
    }

    /** Runs a wrong answer; returns whether it used a shell. */
    private boolean tried(PlacedText wrong) {
        String source = transcript.text().source();
        WrongAnswer answer = WrongAnswerReader.read(
                player.captures().expand(wrong.text(), source, wrong.line()),
                transcript.text().position(wrong.line(), wrong.column()));
        Optional<ErrorReport> error = stage.wrongs().run(answer);
        if (error.isPresent()) {
            fault(wrong.line(), error.get());
        } else {
            Evaluation seen = look();
            if (seen.holds()) {
                fault(
                        wrong.line(),
                        ErrorReport.error("the wrong answer solves the task")
                                .detail("Seen: " + seen.evidence() + ".")
                                .hint("Have a check look at what tells it from the solution."));
            }
        }
        return answer.parts().stream().anyMatch(WrongAnswer.Os.class::isInstance);
    }

    private void back(LabMarks.Mark mark, boolean shell) {
        player.back(player.captures());
        if (shell) {
            stage.marks().restore(mark);
        } else {
            stage.marks().restoreUnderShells(mark);
        }
    }

    /** Tests after the solution that the checks hold, or do so within their time limit. */
    TaskResult end() {
        long began = System.nanoTime();
        if (!checks.isEmpty() && !Thread.currentThread().isInterrupted()) {
            try {
                solved();
            } catch (LabException e) {
                failed(e);
            }
        }
        nanos += System.nanoTime() - began;
        return new TaskResult(task, faults, Duration.ofNanos(nanos));
    }

    private void solved() {
        try (TaskCheck check = check(checks)) {
            Evaluation seen = check.await();
            if (!seen.holds()) {
                fault(
                        line(),
                        ErrorReport.error("the solution does not solve the task within "
                                        + check.within().toMillis() / 1000.0 + " s")
                                .detail("Seen last: " + seen.evidence() + "."));
            }
        }
    }

    private Evaluation look() {
        try (TaskCheck check = check(checks)) {
            return check.await(STAYS_FALSE);
        }
    }

    private TaskCheck check(List<Check> what) {
        return new TaskCheck(lab(), stage.desk()::naming, what, start);
    }

    private boolean streaming() {
        NodeName primary = lab().withRole(NodeStatus.RUNNING_PRIMARY).orElse(NodeName.A);
        try (TaskCheck check = check(List.of(new Check(new Predicate.Streams(primary, primary.other()), CONNECTS)))) {
            return check.evaluate().holds();
        }
    }

    private void failed(LabException e) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        int line = Optional.ofNullable(e.report().position())
                .flatMap(place -> task.checks().stream()
                        .map(PlacedText::line)
                        .filter(each -> transcript.at(each).line() == place.line())
                        .findFirst())
                .orElse(line());
        fault(line, e.report());
    }

    private int line() {
        return task.task().span().first();
    }

    private void fault(int line, ErrorReport report) {
        faults.add(new TaskResult.Fault(line, report));
    }
}
