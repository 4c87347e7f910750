package dev.pgduo.transcript.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A task as it applies in one environment.
 *
 * @param task as it is written
 * @param clauses its hints, checks and wrong answers that apply, in file order
 * @param from the index in {@link Resolution#steps()} of the first step of its solution
 * @param to the index behind the last one
 */
public record ResolvedTask(Step.Task task, List<Directive> clauses, int from, int to) {
    public ResolvedTask {
        clauses = List.copyOf(clauses);
    }

    /** What it asks for. */
    public String text() {
        return task.text();
    }

    /** Its hints, each helping more than the one before it. */
    public List<String> hints() {
        return all(Directive.Hint.class).map(Directive.Hint::text).toList();
    }

    /** The predicates that hold when it is done, all of them. */
    public List<PlacedText> checks() {
        return all(Directive.Check.class).map(Directive.Check::predicate).toList();
    }

    /** What does not do it. */
    public List<PlacedText> wrongs() {
        return all(Directive.Wrong.class).map(Directive.Wrong::answer).toList();
    }

    private <D extends Directive> Stream<D> all(Class<D> kind) {
        return clauses.stream().filter(kind::isInstance).map(kind::cast);
    }
}
