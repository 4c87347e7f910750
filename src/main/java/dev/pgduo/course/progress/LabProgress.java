package dev.pgduo.course.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A student's place in a lab, and the states of its tasks.
 *
 * @param lab by which it is known: a name of pgduo's own, or a path
 * @param title of the lab
 * @param line of the step that comes next; 0 at the beginning
 * @param tasks in file order
 */
public record LabProgress(String lab, String title, int line, List<TaskRecord> tasks) {
    public LabProgress {
        tasks = List.copyOf(tasks);
    }

    /** Nothing is done yet. */
    public static LabProgress none(String lab, String title, List<String> tasks) {
        return new LabProgress(
                lab, title, 0, tasks.stream().map(TaskRecord::open).toList());
    }

    /**
     * The same for the lab as it is now. When it has another number of tasks it is another lab, and nothing of it is done; the texts may be in
     * another language.
     */
    public LabProgress of(String itsTitle, List<String> texts) {
        if (texts.size() != tasks.size()) {
            return none(lab, itsTitle, texts);
        }
        List<TaskRecord> now = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            now.add(tasks.get(i).called(texts.get(i)));
        }
        return new LabProgress(lab, itsTitle, line, now);
    }

    /** The student has come to this line. */
    public LabProgress at(int next) {
        return new LabProgress(lab, title, next, tasks);
    }

    /** The task of this index is in this state now. */
    public LabProgress with(int task, TaskState state) {
        return changed(task, record -> record.with(state));
    }

    /** So many hints were given. */
    public LabProgress withHints(int task, int given) {
        return changed(task, record -> record.withHints(given));
    }

    /** The student has spent more time on a task. */
    public LabProgress after(int task, long seconds) {
        return changed(task, record -> record.after(seconds));
    }

    private LabProgress changed(int task, UnaryOperator<TaskRecord> change) {
        List<TaskRecord> now = new ArrayList<>(tasks);
        now.set(task, change.apply(now.get(task)));
        return new LabProgress(lab, title, line, now);
    }

    /** How many tasks are in this state. */
    public long count(TaskState state) {
        return tasks.stream().filter(task -> task.state() == state).count();
    }
}
