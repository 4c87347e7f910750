package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fact that two lines match.
 *
 * @param bindings the volatile values that were accepted
 * @param reasons of the known differences that were needed
 */
record LineMatch(List<Binding> bindings, List<String> reasons) {
    static final LineMatch EQUAL = new LineMatch(List.of(), List.of());

    LineMatch {
        bindings = List.copyOf(bindings);
        reasons = List.copyOf(reasons);
    }

    static LineMatch volatileValues(List<Binding> bindings) {
        return new LineMatch(bindings, List.of());
    }

    static LineMatch adapted(String reason) {
        return new LineMatch(List.of(), List.of(reason));
    }

    LineMatch and(LineMatch other) {
        List<Binding> values = new ArrayList<>(bindings);
        values.addAll(other.bindings);
        List<String> why = new ArrayList<>(reasons);
        why.addAll(other.reasons);
        return new LineMatch(values, why);
    }

    Optional<LineMatch> present() {
        return Optional.of(this);
    }
}
