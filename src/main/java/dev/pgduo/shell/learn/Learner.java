package dev.pgduo.shell.learn;

import dev.pgduo.course.progress.TaskState;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.prompt.Guide;
import dev.pgduo.shell.screen.KeyQuestion;
import dev.pgduo.shell.screen.TerminalGoneException;
import dev.pgduo.shell.stage.Key;
import dev.pgduo.shell.stage.Keys;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.shell.stage.Sections;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Leads a student through a lab: its text, then each task at the live prompt. For the thread that uses the terminal. */
final class Learner {
    private final LearnerDesk desk;
    private final Presentation course;
    private final List<ResolvedTask> tasks;
    private final KeptProgress progress;
    private final Keys keys;
    private final Performance performance;
    private final TaskWork work;
    /** The index of the next task. */
    private int ahead;

    private boolean leaving;
    private boolean summed;
    /** Whether the next text is shown before a key is awaited. */
    private boolean telling = true;

    Learner(StudentLab lab, List<ResolvedTask> tasks, KeptProgress progress, LearnerDesk desk) {
        this.tasks = tasks;
        this.progress = progress;
        this.desk = desk;
        this.course = desk.course();
        this.keys = desk.keys();
        this.performance = new Performance(desk, keys);
        this.work = new TaskWork(desk, lab.transcript(), progress, performance);
    }

    /**
     * Runs until the student leaves.
     *
     * @param step the index of the step to begin with
     */
    void run(int step) {
        keys.open();
        try {
            resume(step);
            while (!leaving) {
                guarded(this::turn);
            }
        } finally {
            desk.footer().hide();
            keys.close();
        }
    }

    /** Runs a part; errors are printed, and the student can go back to the section's start. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (LabException e) {
            trouble(e.report());
        } catch (TerminalGoneException e) {
            leaving = true;
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Learner.class).error("internal error", e);
            trouble(ErrorReport.error("internal error: " + e));
        }
    }

    private void trouble(ErrorReport report) {
        desk.slides().quiet(false);
        report.lines().forEach(desk.slides()::remark);
        desk.slides().remark("the lab is not in the state that this text expects");
        if (question("a back to the section's start, g continue as it is, q leave [a]", "agq", 'q') == 'a') {
            guarded(this::again);
        }
    }

    private char question(String text, String answers, char none) {
        keys.close();
        try {
            char answer = new KeyQuestion(desk.terminal()).ask(text, answers, none);
            leaving |= answer == 'q' && answers.indexOf('q') >= 0;
            return answer;
        } finally {
            keys.open();
        }
    }

    /** Continues at an earlier position: shows the section's text once more, without running its steps. */
    private void resume(int step) {
        if (step == 0) {
            return;
        }
        int kept = course.at();
        if (kept != step) {
            guarded(() -> performance.quietly(() -> course.seek(step)));
        }
        desk.slides()
                .remark("continuing where you were, in section "
                        + (course.sections().at(course.at()) + 1) + " of "
                        + course.sections().all().size());
        ahead = firstTask(course.at());
        int from = sectionStart();
        if (from != kept || kept == 0) {
            keepStart(from);
        }
        if (from < course.at()) {
            course.steps().subList(from, course.at()).stream()
                    .filter(told -> !told.step().governed())
                    .forEach(desk.slides()::tell);
        }
    }

    /** The index of the first task at or after this step. */
    private int firstTask(int step) {
        int index = 0;
        while (index < tasks.size() && tasks.get(index).from() < step) {
            index++;
        }
        return index;
    }

    private Optional<ResolvedTask> task() {
        return ahead < tasks.size() && tasks.get(ahead).from() == course.at()
                ? Optional.of(tasks.get(ahead))
                : Optional.empty();
    }

    private void turn() {
        if (task().isPresent()) {
            telling = true;
            work();
            return;
        }
        if (telling) {
            forward();
            telling = false;
        }
        if (task().isEmpty()) {
            if (course.next().isEmpty() && !summed) {
                summed = true;
                desk.slides().remark("the end; of " + tasks.size() + " tasks: " + sum());
            }
            act(press());
        }
    }

    private void work() {
        ResolvedTask task = tasks.get(ahead);
        switch (work.at(task, ahead)) {
            case LEAP -> {
                ahead++;
                performance.quietly(() -> course.leap(task.to()));
            }
            case GO_ON -> ahead++;
            case AGAIN -> again();
            case LEAVE -> leaving = true;
        }
    }

    private String sum() {
        return Stream.of(TaskState.DONE, TaskState.SHOWN, TaskState.SKIPPED, TaskState.OPEN)
                .filter(state -> progress.now().count(state) > 0)
                .map(state -> progress.now().count(state) + " " + state.word())
                .collect(Collectors.joining(", "));
    }

    /** Shows the next text and runs the steps that belong to it, up to the next text, a task, or the end. */
    private void forward() {
        boolean told = false;
        boolean ran = false;
        while (course.next().isPresent() && task().isEmpty()) {
            ResolvedStep step = course.next().get();
            boolean heading = step.step() instanceof Step.Heading;
            if ((heading && (told || ran)) || (ran && step.step() instanceof Step.Prose)) {
                return;
            }
            if (course.sections().begins(course.at())) {
                arrive();
            }
            if (step.step().governed()) {
                performance.perform(step, 0);
                ran = true;
            } else {
                told |= desk.slides().tell(step);
                course.step();
            }
        }
    }

    private void arrive() {
        course.arrive();
        progress.at(performance.line());
        keepStart(course.at());
    }

    private void keepStart(int step) {
        course.marked(step)
                .ifPresent(mark ->
                        desk.starts().keep(step, Performance.line(course.steps().get(step)), mark));
    }

    private Key press() {
        while (true) {
            desk.footer().show(place());
            Key press = keys.await();
            if (press != Key.NONE && press != Key.OTHER) {
                desk.footer().hide();
                return press;
            }
        }
    }

    private String place() {
        List<Sections.Section> all = course.sections().all();
        int section = section();
        String what = course.next().isEmpty() ? "the end: Enter leaves" : "Enter continues";
        return what + ", p section again, Esc prompt, q leave   " + (section + 1) + "/" + all.size() + "  "
                + all.get(section).title();
    }

    private int section() {
        return course.sections().at(Math.max(0, course.at() - 1));
    }

    private int sectionStart() {
        return course.sections().all().get(course.sections().at(course.at())).from();
    }

    private void act(Key press) {
        switch (press) {
            case NEXT -> {
                telling = true;
                leaving = course.next().isEmpty() && ended();
            }
            case BACK -> again();
            case PROMPT -> look();
            case LEAVE -> leaving = course.next().isEmpty() ? ended() : certain();
            case HELP -> help();
            case SECTIONS, YES, OTHER, NONE -> {}
        }
    }

    /** Resets the position, so that the next time begins at the start. */
    private boolean ended() {
        progress.at(0);
        return true;
    }

    private boolean certain() {
        return question("leave? your place is saved: y leave, n stay [y]", "yn", 'y') == 'y';
    }

    private void help() {
        desk.slides().remark("Enter: what comes next; p: this section from its start, with the lab as it was there");
        desk.slides().remark("Esc: the live prompt; Ctrl-D comes back; q: leave, your place is saved");
    }

    private void again() {
        int from = course.sections().all().get(section()).from();
        desk.slides().remark("back to the start of section " + (section() + 1));
        desk.prompts().panes().close();
        summed = false;
        telling = true;
        performance.quietly(() -> course.seek(from));
        ahead = firstTask(course.at());
    }

    /** Opens the prompts without a task. */
    private void look() {
        desk.slides().remark("the live prompt: Ctrl-D comes back to the text");
        performance.prompts(Guide.BACK);
    }
}
