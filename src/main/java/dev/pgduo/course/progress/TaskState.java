package dev.pgduo.course.progress;

import java.util.Locale;

/** The state of a task. */
public enum TaskState {
    /** Not done. */
    OPEN,
    /** The student has done it. */
    DONE,
    /** The solution was shown. */
    SHOWN,
    /** The student has skipped it. */
    SKIPPED;

    /** The word for files and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it was done, shown or skipped. */
    public boolean closed() {
        return this != OPEN;
    }

    /** The state after {@code next}: a task that was done stays done. */
    TaskState then(TaskState next) {
        return this == DONE ? DONE : next;
    }
}
