package dev.pgduo.shell.learn;

import dev.pgduo.course.progress.TaskState;
import dev.pgduo.course.task.TaskCheck;
import dev.pgduo.course.task.TaskStart;
import dev.pgduo.lab.snapshot.SessionMemory;
import dev.pgduo.shell.screen.KeyQuestion;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Transcript;

/**
 * The work on a task at the live prompt, until it is done, its solution is shown, or the student skips or leaves it. For the
 * thread that uses the terminal.
 */
final class TaskWork {
    private static final int SHOWN_LETTERS = 60;

    private final LearnerDesk desk;
    private final Presentation course;
    private final Transcript lab;
    private final KeptProgress progress;
    private final Performance performance;

    TaskWork(LearnerDesk desk, Transcript lab, KeptProgress progress, Performance performance) {
        this.desk = desk;
        this.course = desk.course();
        this.lab = lab;
        this.progress = progress;
        this.performance = performance;
    }

    /** How to continue after a task. */
    enum Next {
        /** After the task, without its solution; the student has done it. */
        LEAP,
        /** After the task; the lab is in the right state already. */
        GO_ON,
        /** At the start of the section again. */
        AGAIN,
        /** The student leaves. */
        LEAVE
    }

    /**
     * Lets the student work.
     *
     * @param number the task's number in its lab, from 0
     */
    Next at(ResolvedTask task, int number) {
        progress.at(performance.line());
        course.mark();
        AtTask student = new AtTask(task, number, progress, desk);
        student.tell();
        desk.slides().remark("\\hint, \\check: what is missing, \\show: a solution; \\again, \\skip");
        if (student.earlier()) {
            desk.slides().remark("Enter continues; or do it once more");
        }
        long since = System.nanoTime();
        TaskGuide guide = new TaskGuide(student, desk.screen(), student.view(), false, this::sure);
        guide.watch(new TaskWatch(
                new TaskCheck(
                        course.desk().lab(),
                        () -> course.desk().naming(),
                        TaskCheck.read(task, lab, course.captures()),
                        TaskStart.of(course.desk().lab())),
                guide::holds));
        performance.prompts(guide);
        progress.change(known -> known.after(number, (System.nanoTime() - since) / 1_000_000_000));
        return switch (guide.end()) {
            case GO_ON -> Next.LEAP;
            case AGAIN -> Next.AGAIN;
            case SHOW -> show(task, number, guide);
            case SKIP -> skip(task, number, guide);
            case PASS -> pass(task, guide);
            case LEAVE -> Next.LEAVE;
        };
    }

    /** Asks whether to leave, as the key may have been pressed by mistake. */
    private boolean sure() {
        return new KeyQuestion(desk.terminal()).ask("leave? your place is saved: y leave, n stay [y]", "yn", 'n')
                == 'y';
    }

    /** Restores the state before the task, because the student's attempts may prevent its solution. */
    private void fresh(ResolvedTask task, TaskGuide guide) {
        if (guide.used() || !SessionMemory.idle(course.desk())) {
            desk.prompts().panes().close();
            performance.quietly(() -> course.seek(task.from()));
        }
    }

    private Next show(ResolvedTask task, int number, TaskGuide guide) {
        progress.change(known -> known.with(number, TaskState.SHOWN));
        fresh(task, guide);
        while (course.at() < task.to()) {
            ResolvedStep step = course.steps().get(course.at());
            if (step.step().governed()) {
                performance.perform(step, SHOWN_LETTERS);
            } else {
                desk.slides().tell(step);
                course.step();
            }
        }
        AtTask student = new AtTask(task, number, progress, desk);
        TaskView view = student.view();
        view.becomes("was shown: Enter continues");
        desk.slides().remark("Enter continues; \\again goes back, to do it yourself");
        TaskGuide after = new TaskGuide(student, desk.screen(), view, true, this::sure);
        performance.prompts(after);
        return switch (after.end()) {
            case AGAIN -> Next.AGAIN;
            case LEAVE -> Next.LEAVE;
            case GO_ON, SHOW, SKIP, PASS -> Next.GO_ON;
        };
    }

    private Next skip(ResolvedTask task, int number, TaskGuide guide) {
        progress.change(known -> known.with(number, TaskState.SKIPPED));
        Next next = pass(task, guide);
        desk.slides().remark("skipped; the lab is in the state after the task");
        return next;
    }

    /** Puts the lab into the state after the task. */
    private Next pass(ResolvedTask task, TaskGuide guide) {
        fresh(task, guide);
        performance.quietly(() -> course.seek(task.to()));
        return Next.GO_ON;
    }
}
