package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares two texts that must be equal but for the volatile values in them. */
record VolatileText(Set<VolatileClass> enabled, boolean line) {

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

    /** The shape found the value; types that the shape is wider than have nothing more to say. */
    private static boolean accepted(Binding binding) {
        return !binding.kind().isLegal(binding.expected())
                || binding.kind().mayReplace(binding.expected(), binding.actual())
                || binding.kind() == VolatileClass.DURATION;
    }

    private List<TextShapes.Span> spans(String text) {
        return line ? TextShapes.inLine(text, enabled) : TextShapes.inCell(text, enabled);
    }
}
