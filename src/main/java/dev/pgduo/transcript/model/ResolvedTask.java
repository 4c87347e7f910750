package dev.pgduo.transcript.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A task in one environment.
 *
 * @param task the task as it is in the file
 * @param clauses the hints, checks and wrong answers that apply, in file order
 * @param from the index in {@link Resolution#steps()} of the first step of its solution
 * @param to the index after the last one
 */
public record ResolvedTask(Step.Task task, List<Directive> clauses, int from, int to) {
    public ResolvedTask {
        clauses = List.copyOf(clauses);
    }

    /** The task's text. */
    public String text() {
        return task.text();
    }

    /** Its hints, each more helpful than the one before. */
    public List<String> hints() {
        return all(Directive.Hint.class).map(Directive.Hint::text).toList();
    }

    /** The predicates that all hold when the task is done. */
    public List<PlacedText> checks() {
        return all(Directive.Check.class).map(Directive.Check::predicate).toList();
    }

    /** The wrong answers. */
    public List<PlacedText> wrongs() {
        return all(Directive.Wrong.class).map(Directive.Wrong::answer).toList();
    }

    private <D extends Directive> Stream<D> all(Class<D> kind) {
        return clauses.stream().filter(kind::isInstance).map(kind::cast);
    }
}
