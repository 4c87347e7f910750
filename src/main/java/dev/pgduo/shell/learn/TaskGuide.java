package dev.pgduo.shell.learn;

import dev.pgduo.course.task.Evaluation;
import dev.pgduo.shell.prompt.Guide;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.prompt.TerminalBar;
import dev.pgduo.shell.screen.Screen;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Guides a student through a task at the prompts. Its watch calls it from a thread of its own. */
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

    /** What is to be done after the prompts. */
    enum End {
        GO_ON,
        AGAIN,
        SHOW,
        SKIP,
        /** Without doing again what was done before. */
        PASS,
        LEAVE
    }

    /** A task as the guide needs it. */
    interface Task {
        /** The hints in order. */
        List<String> hints();

        /** The number of hints that were given. */
        int given();

        /** Counts one more given hint. */
        void give();

        /** The task's checks hold. */
        void done(Evaluation evidence);

        /** Whether a session is in a transaction or busy, so that its state would be lost. */
        boolean busy();

        /** Whether a node has been damaged since the task began. */
        boolean ruined();

        /** Prints the task's text again. */
        void tell();

        /** Whether it was done, shown or skipped before the work on it began. */
        boolean earlier();
    }

    private final BooleanSupplier leaving;

    /**
     * A guide for this task.
     *
     * @param done whether the task is done already
     * @param leaving asks whether the student wants to leave
     */
    TaskGuide(Task task, Screen screen, TaskView view, boolean done, BooleanSupplier leaving) {
        this.task = task;
        this.screen = screen;
        this.view = view;
        this.done = done;
        this.leaving = leaving;
    }

    /** Sets the watch that reports the task's state. */
    void watch(TaskWatch itsWatch) {
        watch = itsWatch;
    }

    /** Why the prompts have ended. */
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
                done || task.earlier() ? goOn() : did(() -> screen.remark("", "not done yet; \\skip skips the task"));
            default -> line.isEmpty() && (done || (task.earlier() && !ran)) ? goOn() : runs(line);
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
        return ends(done ? End.GO_ON : End.PASS);
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

    /** Reports that the checks hold, also while the student is typing. */
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
