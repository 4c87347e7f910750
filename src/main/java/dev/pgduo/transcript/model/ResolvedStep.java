package dev.pgduo.transcript.model;

import java.util.OptionalInt;

/**
 * A step that applies in the environment, with its directives.
 *
 * @param step never a choice or a directive line, except a note
 * @param directives those that apply to it
 * @param expected its expected output in the environment
 * @param partner for a statement that blocks: the index of its late output in {@link Resolution#steps()}; for a late output:
 * the index of the statement; otherwise empty
 */
public record ResolvedStep(Step step, Directives directives, Expected expected, OptionalInt partner) {
    /** Whether it is a statement that ends only later. */
    public boolean blocks() {
        return step.runs() && partner.isPresent();
    }
}
