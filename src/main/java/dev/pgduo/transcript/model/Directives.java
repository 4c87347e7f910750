package dev.pgduo.transcript.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All directives for one step.
 *
 * @param expectError not null when the step must fail
 * @param unordered rows are compared in any order
 * @param ignore the output is not compared
 * @param eventually not null when the read is repeated until its output matches
 * @param noCatchup pgduo does not wait before it
 * @param captures the values to take from its output, in file order
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

    /** No directives. */
    public static Directives none() {
        return new Directives(null, false, false, null, false, List.of());
    }

    /** The same with these captures. */
    public Directives withCaptures(List<Directive.Capture> others) {
        return new Directives(expectError, unordered, ignore, eventually, noCatchup, others);
    }

    /** The same with this expected error. */
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
