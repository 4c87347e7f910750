package dev.pgduo.shell.learn;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.course.progress.LabProgress;
import dev.pgduo.course.progress.ProgressFiles;
import dev.pgduo.course.progress.TaskState;
import dev.pgduo.course.task.Evaluation;
import dev.pgduo.course.task.TaskCheck;
import dev.pgduo.course.task.TaskStart;
import dev.pgduo.lab.snapshot.SessionMemory;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.prompt.Guide;
import dev.pgduo.shell.prompt.NestedPrompt;
import dev.pgduo.shell.screen.KeyQuestion;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.script.PlayedLab;
import dev.pgduo.shell.stage.Footer;
import dev.pgduo.shell.stage.Key;
import dev.pgduo.shell.stage.Keys;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.shell.stage.Sections;
import dev.pgduo.shell.stage.Slides;
import dev.pgduo.shell.stage.Typist;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Step;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.slf4j.LoggerFactory;

/** A student's way through a lab: its text, then each task at the live prompt. For the thread that has the terminal. */
final class Learner {
    private static final int SHOWN_LETTERS = 60;
    private static final Set<NodeStatus> RUINS = EnumSet.of(NodeStatus.EMPTY, NodeStatus.DAMAGED, NodeStatus.CRASHED);

    private final StudentLab lab;
    private final Presentation course;
    private final List<ResolvedTask> tasks;
    private final Desk desk;
    private LabProgress progress;
    /** The index of the task that comes next. */
    private int ahead;

    private boolean leaving;
    private boolean summed;
    /** Whether what comes next is told before a key is waited for. */
    private boolean telling = true;

    /** What the student has at hand. */
    record Desk(
            Terminal terminal,
            Screen screen,
            Slides slides,
            NestedPrompt prompts,
            PlayedLab played,
            ProgressFiles files,
            StartKeeper starts) {
        Keys keys() {
            return new Keys(terminal);
        }

        Footer footer() {
            return new Footer(terminal, screen.palette());
        }
    }

    private final Keys keys;

    Learner(StudentLab lab, Presentation course, List<ResolvedTask> tasks, LabProgress progress, Desk desk) {
        this.lab = lab;
        this.course = course;
        this.tasks = tasks;
        this.progress = progress;
        this.desk = desk;
        this.keys = desk.keys();
    }

    /**
     * Learns until the student leaves.
     *
     * @param step where to begin
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

    /** Whatever goes wrong, the student hears it in words and can go back. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (LabException e) {
            trouble(e.report());
        } catch (UncheckedIOException e) {
            // The terminal is gone.
            leaving = true;
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Learner.class).error("internal error", e);
            trouble(ErrorReport.error("internal error: " + e));
        }
    }

    private void trouble(ErrorReport report) {
        desk.slides().quiet(false);
        report.lines().forEach(desk.slides()::remark);
        desk.slides().remark("the lab is not what this text needs");
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

    /** Where the student was; its text once more, without what it runs. */
    private void resume(int step) {
        if (step == 0) {
            return;
        }
        int kept = course.at();
        if (kept != step) {
            guarded(() -> quietly(() -> course.seek(step)));
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

    /** The first task that does not stand before this step. */
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
            work(task().get());
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

    private String sum() {
        return Stream.of(TaskState.DONE, TaskState.SHOWN, TaskState.SKIPPED, TaskState.OPEN)
                .filter(state -> progress.count(state) > 0)
                .map(state -> progress.count(state) + " " + state.word())
                .collect(Collectors.joining(", "));
    }

    /** What is told next, with the steps that belong to it; up to what is told then, a task, or the end. */
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
                perform(step, 0);
                ran = true;
            } else {
                told |= desk.slides().tell(step);
                course.step();
            }
        }
    }

    private void arrive() {
        course.arrive();
        come(line());
        keepStart(course.at());
    }

    private void keepStart(int step) {
        course.marked(step)
                .ifPresent(mark -> desk.starts().keep(step, line(course.steps().get(step)), mark));
    }

    private int line() {
        return course.next().map(step -> step.step().span().first()).orElse(0);
    }

    private void come(int line) {
        keep(progress.at(line));
    }

    private synchronized void keep(LabProgress now) {
        progress = now;
        desk.files().write(now);
    }

    private void perform(ResolvedStep step, int speed) {
        if (step.step().runs()) {
            desk.slides()
                    .type(
                            step,
                            course.captures(),
                            new Typist(keys, desk.terminal().writer(), speed));
        }
        keys.during(() -> course.step()
                .filter(played -> played.verdict().failed())
                .ifPresent(played -> desk.slides().remark("this is not what the lab has in line " + line(step))));
    }

    private static int line(ResolvedStep step) {
        return step.step().span().first();
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

    /** Another time it begins anew. */
    private boolean ended() {
        come(0);
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
        quietly(() -> course.seek(from));
        ahead = firstTask(from);
    }

    private void quietly(Runnable work) {
        desk.slides().quiet(true);
        try {
            keys.during(work);
        } finally {
            desk.slides().quiet(false);
        }
    }

    /** The prompts without a task. */
    private void look() {
        desk.slides().remark("the live prompt: Ctrl-D comes back to the text");
        prompts(Guide.BACK);
    }

    private void prompts(Guide guide) {
        keys.close();
        try {
            desk.played().typedAt(desk.prompts().panes(), () -> {
                desk.prompts().panes().toSession(course.session().orElse(0));
                desk.prompts().run(desk.terminal(), guide);
            });
        } finally {
            keys.open();
        }
    }

    private void work(ResolvedTask task) {
        int number = ahead;
        come(line());
        course.mark();
        AtTask student = new AtTask(task, number);
        student.tell();
        desk.slides().remark("\\hint, \\check: what is missing, \\show: a solution; \\again, \\skip");
        TaskView view = student.view();
        long since = System.nanoTime();
        TaskGuide guide = new TaskGuide(student, desk.screen(), view, false, this::sure);
        guide.watch(new TaskWatch(
                new TaskCheck(
                        course.desk().lab(),
                        () -> course.desk().naming(),
                        TaskCheck.read(task, lab.transcript(), course.captures()),
                        TaskStart.of(course.desk().lab())),
                guide::holds));
        prompts(guide);
        keep(progress.after(number, (System.nanoTime() - since) / 1_000_000_000));
        switch (guide.end()) {
            case GO_ON -> leap(task);
            case AGAIN -> again();
            case SHOW -> show(task, number, guide);
            case SKIP -> skip(task, number, guide);
            case LEAVE -> leaving = true;
        }
    }

    /** A key by mistake must not end it. */
    private boolean sure() {
        return new KeyQuestion(desk.terminal()).ask("leave? your place is saved: y leave, n stay [y]", "yn", 'n')
                == 'y';
    }

    private void leap(ResolvedTask task) {
        ahead++;
        quietly(() -> course.leap(task.to()));
    }

    /** What the student had tried may be in the way. */
    private void fresh(ResolvedTask task, TaskGuide guide) {
        if (guide.used() || !SessionMemory.idle(course.desk())) {
            desk.prompts().panes().close();
            quietly(() -> course.seek(task.from()));
        }
    }

    private void show(ResolvedTask task, int number, TaskGuide guide) {
        keep(progress.with(number, TaskState.SHOWN));
        fresh(task, guide);
        while (course.at() < task.to()) {
            ResolvedStep step = course.steps().get(course.at());
            if (step.step().governed()) {
                perform(step, SHOWN_LETTERS);
            } else {
                desk.slides().tell(step);
                course.step();
            }
        }
        ahead++;
        AtTask student = new AtTask(task, number);
        TaskView view = student.view();
        view.becomes("was shown: Enter continues");
        desk.slides().remark("Enter continues; \\again goes back, to do it yourself");
        TaskGuide after = new TaskGuide(student, desk.screen(), view, true, this::sure);
        prompts(after);
        switch (after.end()) {
            case AGAIN -> again();
            case LEAVE -> leaving = true;
            case GO_ON, SHOW, SKIP -> {}
        }
    }

    private void skip(ResolvedTask task, int number, TaskGuide guide) {
        keep(progress.with(number, TaskState.SKIPPED));
        fresh(task, guide);
        quietly(() -> course.seek(task.to()));
        ahead++;
        desk.slides().remark("skipped; the lab is in the state after the task");
    }

    /** A task with its student. */
    private final class AtTask implements TaskGuide.Task {
        private final ResolvedTask task;
        private final int number;
        private final List<NodeName> before = broken();
        private int given;

        AtTask(ResolvedTask task, int number) {
            this.task = task;
            this.number = number;
        }

        private String name() {
            return "task " + (number + 1) + "/" + tasks.size();
        }

        TaskView view() {
            return new TaskView(name(), task.text(), desk.screen().palette() != Palette.PLAIN);
        }

        @Override
        public void tell() {
            TaskState state = progress.tasks().get(number).state();
            String earlier = state.closed() ? " (" + state.word() + " before)" : "";
            desk.screen().remark("", name() + earlier + ": " + task.text());
        }

        @Override
        public List<String> hints() {
            return task.hints();
        }

        @Override
        public int given() {
            return given;
        }

        @Override
        public void give() {
            given++;
            keep(progress.withHints(number, given));
        }

        @Override
        public void done(Evaluation evidence) {
            keep(progress.with(number, TaskState.DONE));
        }

        @Override
        public boolean ruined() {
            return !before.containsAll(broken());
        }

        /** The nodes whose data are gone or damaged, or whose server has died. */
        private List<NodeName> broken() {
            return course.desk().lab().nodes().stream()
                    .filter(node -> RUINS.contains(node.status().status()))
                    .map(Node::name)
                    .toList();
        }

        @Override
        public boolean busy() {
            return !SessionMemory.idle(course.desk());
        }
    }
}
