package dev.pgduo.shell.learn;

import dev.pgduo.course.task.Evaluation;
import dev.pgduo.shell.prompt.Guide;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.prompt.TerminalBar;
import dev.pgduo.shell.screen.Screen;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Leads a student through a task at the prompts. Its watch calls from a thread of its own. */
final class TaskGuide implements Guide {
    private static final String REPAIR = "to start the section again with the lab as it was there: \\again";

    private final Task task;
    private final Screen screen;
    private final TaskView view;
    private @Nullable TaskWatch watch;
    private @Nullable TerminalBar bar;
    private volatile boolean done;
    private End end = End.LEAVE;
    private boolean warned;
    private boolean ran;
    private boolean offered;

    /** What comes after the prompts. */
    enum End {
        GO_ON,
        AGAIN,
        SHOW,
        SKIP,
        LEAVE
    }

    /** The task, as far as the guide knows it. */
    interface Task {
        /** Its hints in their order. */
        List<String> hints();

        /** How many the student has had. */
        int given();

        /** The student gets one more. */
        void give();

        /** The checks hold. */
        void done(Evaluation evidence);

        /** Whether a session would lose something when the lab goes on. */
        boolean busy();

        /** Whether a node is in ruins that was not when the task began. */
        boolean ruined();

        /** Says once more what is to be done. */
        void tell();
    }

    private final BooleanSupplier leaving;

    /**
     * A guide through this task.
     *
     * @param done whether it is done already, so that the student only looks around
     * @param leaving asks whether the student leaves
     */
    TaskGuide(Task task, Screen screen, TaskView view, boolean done, BooleanSupplier leaving) {
        this.task = task;
        this.screen = screen;
        this.view = view;
        this.done = done;
        this.leaving = leaving;
    }

    /** What is to be told of the task's state. */
    void watch(TaskWatch itsWatch) {
        watch = itsWatch;
    }

    /** Why the prompts ended. */
    End end() {
        return end;
    }

    /** Whether anything was run at the prompts. */
    boolean used() {
        return ran;
    }

    @Override
    public void begins(TerminalBar itsBar) {
        bar = itsBar;
        itsBar.above(view::lines);
    }

    @Override
    public Answer typed(String line, Pane front) {
        String word = line.startsWith("\\") ? line.substring(1) : front.kind() == Pane.Kind.LAB ? line : "";
        return switch (word) {
            case "hint" -> did(this::hint);
            case "check" -> did(this::check);
            case "task" -> did(task::tell);
            case "again" -> ends(End.AGAIN);
            case "skip" -> ends(End.SKIP);
            case "show" -> done ? did(() -> screen.remark("", "it is done already")) : ends(End.SHOW);
            case "next", "continue" ->
                done ? goOn() : did(() -> screen.remark("", "not done yet; \\skip skips the task"));
            default -> line.isEmpty() && done ? goOn() : runs(line);
        };
    }

    private static Answer did(Runnable work) {
        work.run();
        return Answer.DONE;
    }

    private Answer ends(End how) {
        end = how;
        return Answer.BACK;
    }

    private Answer goOn() {
        if (task.busy() && !warned) {
            warned = true;
            screen.remark("", "a session is in a transaction, or busy: end that first, or continue anyway with Enter");
            return Answer.DONE;
        }
        return ends(End.GO_ON);
    }

    private Answer runs(String line) {
        warned = false;
        if (!line.isEmpty()) {
            ran = true;
            TaskWatch now = watch;
            if (now != null) {
                now.begins();
            }
        }
        return Answer.NOTHING;
    }

    private void hint() {
        List<String> hints = task.hints();
        if (task.given() >= hints.size()) {
            screen.remark(
                    "", hints.isEmpty() ? "there is no hint" : "there are no more hints; \\show types a solution");
            if (!hints.isEmpty()) {
                screen.remark("", hints.get(hints.size() - 1));
            }
            return;
        }
        task.give();
        screen.remark("", "hint " + task.given() + "/" + hints.size() + ": " + hints.get(task.given() - 1));
    }

    private void check() {
        TaskWatch now = watch;
        if (now == null) {
            screen.remark("", "it is done");
            return;
        }
        List<Evaluation> each = now.each();
        for (Evaluation check : each) {
            screen.remark("", (check.holds() ? "yes: " : "not yet: ") + check.evidence());
        }
        if (task.ruined()) {
            screen.remark("", REPAIR);
        }
    }

    @Override
    public void ran() {
        TaskWatch now = watch;
        if (now != null) {
            now.ended();
        }
        if (!done && !offered && task.ruined()) {
            offered = true;
            screen.remark("", REPAIR);
        }
    }

    /** The checks hold: says so, whatever the student is doing. */
    void holds(Evaluation evidence) {
        done = true;
        view.becomes("is done: Enter continues");
        TerminalBar shown = bar;
        if (shown != null) {
            shown.above(view::lines);
        }
        task.done(evidence);
        screen.remark("", "done: " + evidence.evidence());
        screen.remark("", "Enter continues; stay and try more if you like");
    }

    @Override
    public boolean leaves() {
        boolean leaves = leaving.getAsBoolean();
        end = leaves ? End.LEAVE : end;
        return leaves;
    }

    @Override
    public void ended() {
        TaskWatch now = watch;
        if (now != null) {
            now.close();
        }
        bar = null;
    }
}
