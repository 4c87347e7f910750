package dev.pgduo.course.verify;

import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.snapshot.LabMarks;
import dev.pgduo.replay.PlayHost;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.Player;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.TaskResult;
import dev.pgduo.replay.TranscriptRun;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Plays a lab file, and tests the checks of its tasks on the way. */
public final class TaskedPlay {
    private final Transcript transcript;
    private final Resolution resolution;
    private final Player player;
    private final TaskTrial.Stage stage;
    private final List<StepResult> results = new ArrayList<>();
    private final List<TaskResult> tasks = new ArrayList<>();
    private final Queue<ResolvedTask> waiting;
    private @Nullable TaskTrial open;

    private TaskedPlay(Transcript transcript, TranscriptRun run, PlayHost host, LabMarks marks) {
        LabSessions desk = run.desk();
        this.transcript = transcript;
        this.resolution = run.begin();
        this.waiting = new ArrayDeque<>(resolution.tasks());
        this.player = run.player(host);
        this.stage = new TaskTrial.Stage(
                desk,
                marks,
                new WrongAnswerRun(
                        desk, host.commands(), transcript.header().run().osLineTimeout()));
    }

    /**
     * Plays it from its first step to its last.
     *
     * @throws dev.pgduo.report.LabException when the lab file is not for this server, or requires something that is missing
     */
    public static PlayResult play(Transcript transcript, TranscriptRun run, PlayHost host) {
        long start = System.nanoTime();
        try (LabMarks marks = new LabMarks(run.desk())) {
            TaskedPlay play = new TaskedPlay(transcript, run, host, marks);
            play.all();
            return new PlayResult(
                    transcript,
                    play.resolution,
                    play.results,
                    play.player.usage(),
                    Duration.ofNanos(System.nanoTime() - start),
                    play.tasks);
        }
    }

    private void all() {
        List<ResolvedStep> steps = resolution.steps();
        for (int i = 0; i < steps.size(); i++) {
            turn(i);
            step(steps.get(i));
        }
        turn(steps.size());
    }

    /** Between two steps: ends the task whose steps have all been played, and begins those whose steps come next. */
    private void turn(int step) {
        end(step);
        while (!waiting.isEmpty() && waiting.element().from() == step) {
            ResolvedTask task = waiting.remove();
            if (!Thread.currentThread().isInterrupted()) {
                TaskTrial trial = new TaskTrial(task, transcript, player, stage);
                trial.begin();
                open = trial;
            }
            end(step);
        }
    }

    private void end(int step) {
        TaskTrial trial = open;
        if (trial != null && trial.task().to() == step) {
            tasks.add(trial.end());
            open = null;
        }
    }

    private void step(ResolvedStep step) {
        player.step(step).ifPresent(results::add);
        if (step.step() instanceof Step.SqlInput sql) {
            stage.marks().habits().typed(sql.session(), sql.input());
        } else if (step.step() instanceof Step.SessionOpen opened) {
            stage.marks().habits().opened(opened.session());
        }
    }
}
