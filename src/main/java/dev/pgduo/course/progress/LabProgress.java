package dev.pgduo.course.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A student's position in a lab, and the states of its tasks.
 *
 * @param lab the lab's identification: the name of a lab of pgduo's own, or a path
 * @param title of the lab
 * @param line the line of the next step; 0 at the beginning
 * @param tasks in file order
 */
public record LabProgress(String lab, String title, int line, List<TaskRecord> tasks) {
    public LabProgress {
        tasks = List.copyOf(tasks);
    }

    /** The progress before anything was done. */
    public static LabProgress none(String lab, String title, List<String> tasks) {
        return new LabProgress(
                lab, title, 0, tasks.stream().map(TaskRecord::open).toList());
    }

    /**
     * The same progress for the present version of the lab. A lab with another number of tasks is another one, without
     * progress; the texts may be in another language.
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

    /** The same with this position. */
    public LabProgress at(int next) {
        return new LabProgress(lab, title, next, tasks);
    }

    /** The same with another state of the task with this index. */
    public LabProgress with(int task, TaskState state) {
        return changed(task, record -> record.with(state));
    }

    /** The same with this number of given hints. */
    public LabProgress withHints(int task, int given) {
        return changed(task, record -> record.withHints(given));
    }

    /** The same with more seconds spent on a task. */
    public LabProgress after(int task, long seconds) {
        return changed(task, record -> record.after(seconds));
    }

    private LabProgress changed(int task, UnaryOperator<TaskRecord> change) {
        List<TaskRecord> now = new ArrayList<>(tasks);
        now.set(task, change.apply(now.get(task)));
        return new LabProgress(lab, title, line, now);
    }

    /** The number of tasks in this state. */
    public long count(TaskState state) {
        return tasks.stream().filter(task -> task.state() == state).count();
    }
}
