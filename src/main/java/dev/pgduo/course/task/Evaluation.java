package dev.pgduo.course.task;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of a predicate: whether it holds, and what was found.
 *
 * @param evidence in words, without a full stop
 */
public record Evaluation(boolean holds, String evidence) {
    static Evaluation of(boolean holds, String evidence) {
        return new Evaluation(holds, evidence);
    }

    /** That these hold all; when not, the evidence is that of those that do not. */
    static Evaluation all(List<Evaluation> parts) {
        boolean holds = parts.stream().allMatch(Evaluation::holds);
        return new Evaluation(
                holds, words(parts.stream().filter(part -> holds || !part.holds).toList()));
    }

    /** That one of these holds, whose evidence it is. */
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
