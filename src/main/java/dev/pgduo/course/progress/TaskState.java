package dev.pgduo.course.progress;

import java.util.Locale;

/** The state of a task. */
public enum TaskState {
    /** Nothing yet. */
    OPEN,
    /** The student has done it. */
    DONE,
    /** The student was shown the solution. */
    SHOWN,
    /** The student has passed it over. */
    SKIPPED;

    /** What it is called in a file and for a person. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something has become of it. */
    public boolean closed() {
        return this != OPEN;
    }

    /** What a task is when it becomes {@code next}: what was done once stays done. */
    TaskState then(TaskState next) {
        return this == DONE ? DONE : next;
    }
}
