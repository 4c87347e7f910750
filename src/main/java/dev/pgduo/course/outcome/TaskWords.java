package dev.pgduo.course.outcome;

import dev.pgduo.course.progress.TaskRecord;
import dev.pgduo.course.progress.TaskState;

/** Texts about tasks for reports. */
final class TaskWords {
    private TaskWords() {}

    /** The text with blanks in place of control characters, which XML does not allow. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    static String name(int index, TaskRecord task) {
        return "task " + (index + 1) + ": " + plain(task.text());
    }

    static String verdict(TaskRecord task) {
        String hints = task.hints() == 1 ? " with 1 hint" : " with " + task.hints() + " hints";
        return switch (task.state()) {
            case DONE -> "done" + (task.hints() > 0 ? hints : "");
            case SHOWN -> "the solution was shown";
            case SKIPPED -> "skipped";
            case OPEN -> "not done yet";
        };
    }

    static boolean done(TaskRecord task) {
        return task.state() == TaskState.DONE;
    }
}
