package dev.pgduo.course.task;

import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.course.predicate.Check;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.PlacedText;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Decides whether a task is done: whether all its checks hold. For one thread at a time. */
public final class TaskCheck implements AutoCloseable {
    private final List<Check> checks;
    private final ObservedLab state;

    /**
     * The checks of a task on this lab.
     *
     * @param naming the present shown names of paths and ports
     * @param start the state when the task began
     */
    public TaskCheck(Lab lab, Supplier<Naming> naming, List<Check> checks, TaskStart start) {
        this.checks = List.copyOf(checks);
        this.state = new ObservedLab(lab, naming, start);
    }

    /**
     * Parses the checks of a task.
     *
     * @param captures the values that were captured before the task
     * @throws LabException with the position of the error
     */
    public static List<Check> read(ResolvedTask task, Transcript transcript, Captures captures) {
        return task.checks().stream()
                .map(check -> read(check, transcript, captures))
                .toList();
    }

    private static Check read(PlacedText check, Transcript transcript, Captures captures) {
        String text = captures.expand(check.text(), transcript.text().source(), check.line());
        return Check.parse(text, transcript.text().position(check.line(), check.column()));
    }

    /** Evaluates all checks now; when they do not all hold, the evidence is that of the false ones. */
    public Evaluation evaluate() {
        return Evaluation.all(each());
    }

    /** Evaluates each check now, in order. */
    public List<Evaluation> each() {
        return checks.stream().map(check -> check.predicate().accept(state)).toList();
    }

    /** The longest time limit of the checks. */
    public Duration within() {
        return checks.stream().map(Check::within).max(Comparator.naturalOrder()).orElse(Check.USUAL);
    }

    /**
     * Evaluates repeatedly until all checks hold at once, for {@link #within} at most; returns the last result.
     *
     * @throws LabException when this thread is interrupted
     */
    public Evaluation await() {
        return await(within());
    }

    /**
     * The same with another time limit.
     *
     * @throws LabException when this thread is interrupted
     */
    public Evaluation await(Duration limit) {
        List<Evaluation> looks = new ArrayList<>(List.of(Evaluation.of(false, "nothing was looked at")));
        Supplier<String> seen = () -> last(looks).evidence();
        new Wait("see that the task is done", new Deadline(limit), seen).comesTrue(() -> {
            looks.add(evaluate());
            return last(looks).holds();
        });
        return last(looks);
    }

    private static Evaluation last(List<Evaluation> looks) {
        return looks.get(looks.size() - 1);
    }

    /** Closes the connections. */
    @Override
    public void close() {
        state.close();
    }
}
