package dev.pgduo.course.task;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of a predicate.
 *
 * @param evidence what was found, in words without a full stop
 */
public record Evaluation(boolean holds, String evidence) {
    static Evaluation of(boolean holds, String evidence) {
        return new Evaluation(holds, evidence);
    }

    /** The conjunction of these results; when it is false, its evidence is that of the false ones. */
    static Evaluation all(List<Evaluation> parts) {
        boolean holds = parts.stream().allMatch(Evaluation::holds);
        return new Evaluation(
                holds, words(parts.stream().filter(part -> holds || !part.holds).toList()));
    }

    /** The disjunction of these results; its evidence is that of the first true one. */
    static Evaluation any(List<Evaluation> parts) {
        return parts.stream()
                .filter(Evaluation::holds)
                .findFirst()
                .orElseGet(() -> new Evaluation(false, words(parts)));
    }

    private static String words(List<Evaluation> parts) {
        return parts.stream().map(Evaluation::evidence).distinct().collect(Collectors.joining("; "));
    }
}
