package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares texts that must be equal except for volatile values; each text is analysed once. For one thread. */
final class VolatileText {
    private final Rules rules;
    private final Place place;
    private final Map<String, List<TextShapes.Span>> spans = new HashMap<>();

    /** The kinds of places of texts; a value that is volatile in one is volatile in the later ones as well. */
    enum Place {
        /** A table's cell. */
        CELL,
        /** A line of a query plan. */
        PLAN,
        /** A line outside tables. */
        LINE
    }

    VolatileText(Rules rules, Place place) {
        this.rules = rules;
        this.place = place;
    }

    /** The volatile values that were accepted, or empty when anything else differs. */
    Optional<List<Binding>> compare(String expected, String actual) {
        List<TextShapes.Span> left = spans(expected);
        List<TextShapes.Span> right = spans(actual);
        if (left.size() != right.size()) {
            return expected.equals(actual) ? Optional.of(List.of()) : Optional.empty();
        }
        List<Binding> bindings = new ArrayList<>();
        int leftAt = 0;
        int rightAt = 0;
        for (int i = 0; i < left.size(); i++) {
            TextShapes.Span from = left.get(i);
            TextShapes.Span to = right.get(i);
            Binding binding = new Binding(
                    from.kind(), expected.substring(from.start(), from.end()), actual.substring(to.start(), to.end()));
            boolean between = expected.substring(leftAt, from.start()).equals(actual.substring(rightAt, to.start()));
            if (!between || from.kind() != to.kind() || !accepted(binding)) {
                return Optional.empty();
            }
            if (binding.kind().isLegal(binding.expected())) {
                bindings.add(binding);
            }
            leftAt = from.end();
            rightAt = to.end();
        }
        return expected.substring(leftAt).equals(actual.substring(rightAt)) ? Optional.of(bindings) : Optional.empty();
    }

    /** Whether a value is accepted; types that are narrower than the form that found it are not checked again. */
    private boolean accepted(Binding binding) {
        return rules.mayReplace(binding.kind(), binding.expected(), binding.actual())
                || binding.kind() == VolatileClass.DURATION;
    }

    /** The text without its volatile values, which is equal for all texts that {@link #compare} accepts. */
    String stable(String text) {
        StringBuilder stable = new StringBuilder();
        int at = 0;
        for (TextShapes.Span span : spans(text)) {
            stable.append(text, at, span.start()).append('\0');
            at = span.end();
        }
        return stable.append(text, at, text.length()).toString();
    }

    private List<TextShapes.Span> spans(String text) {
        return spans.computeIfAbsent(text, unseen -> TextShapes.of(text, rules.volatileClasses(), place));
    }
}
