package dev.pgduo.course.progress;

/**
 * The recorded state of one task.
 *
 * @param text the task's text
 * @param hints the number of given hints
 * @param seconds the time that the student has spent on it
 */
public record TaskRecord(String text, TaskState state, int hints, long seconds) {
    static TaskRecord open(String text) {
        return new TaskRecord(text, TaskState.OPEN, 0, 0);
    }

    TaskRecord with(TaskState next) {
        return new TaskRecord(text, state.then(next), hints, seconds);
    }

    TaskRecord withHints(int given) {
        return new TaskRecord(text, state, Math.max(hints, given), seconds);
    }

    TaskRecord after(long more) {
        return new TaskRecord(text, state, hints, seconds + more);
    }

    TaskRecord called(String other) {
        return new TaskRecord(other, state, hints, seconds);
    }
}
