package dev.pgduo.transcript.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that governs one step.
 *
 * @param expectError not null when the step must fail
 * @param unordered compare the rows as a set
 * @param ignore do not compare
 * @param eventually not null when the read is retried until it matches
 * @param noCatchup no inferred wait before it
 * @param captures what to take out of its output, in file order
 */
public record Directives(
        Directive.@Nullable ExpectError expectError,
        boolean unordered,
        boolean ignore,
        Directive.@Nullable Eventually eventually,
        boolean noCatchup,
        List<Directive.Capture> captures) {

    public Directives {
        captures = List.copyOf(captures);
    }

    /** Nothing said. */
    public static Directives none() {
        return new Directives(null, false, false, null, false, List.of());
    }

    /** The same with these captures. */
    public Directives withCaptures(List<Directive.Capture> others) {
        return new Directives(expectError, unordered, ignore, eventually, noCatchup, others);
    }

    /** The same with this announcement. */
    public Directives with(Directive.ExpectError error) {
        return new Directives(error, unordered, ignore, eventually, noCatchup, captures);
    }

    Directives with(Directive.Eventually retry) {
        return new Directives(expectError, unordered, ignore, retry, noCatchup, captures);
    }

    Directives with(Directive.Capture capture) {
        List<Directive.Capture> more = new ArrayList<>(captures);
        more.add(capture);
        return new Directives(expectError, unordered, ignore, eventually, noCatchup, more);
    }

    Directives withUnordered() {
        return new Directives(expectError, true, ignore, eventually, noCatchup, captures);
    }

    Directives withIgnore() {
        return new Directives(expectError, unordered, true, eventually, noCatchup, captures);
    }

    Directives withNoCatchup() {
        return new Directives(expectError, unordered, ignore, eventually, true, captures);
    }
}
