package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Both texts aligned, with violated relations turned into differences.
 *
 * @param lines the lines of both texts
 * @param edits the steps between them
 * @param notes sentences about violated relations
 */
record Aligned(LineMatcher lines, List<Edit> edits, List<String> notes) {

    static Aligned of(LineMatcher lines, Rules rules) {
        Relations relations = new Relations(rules.earlier());
        List<Edit> edits = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Edit edit : Alignment.of(lines)) {
            int before = notes.size();
            for (Binding binding : related(edit, rules)) {
                relations.add(binding).ifPresent(earlier -> notes.add(note(binding, earlier)));
            }
            if (notes.size() > before) {
                edits.add(new Edit(Edit.Kind.REMOVED, edit.expected(), edit.actual(), LineMatch.EQUAL));
                edits.add(new Edit(Edit.Kind.ADDED, edit.expected() + 1, edit.actual(), LineMatch.EQUAL));
            } else {
                edits.add(edit);
            }
        }
        return new Aligned(lines, edits, notes);
    }

    /** The bindings of two lines for relations; none when rows are in any order, because their assignment is arbitrary. */
    private static List<Binding> related(Edit edit, Rules rules) {
        return rules.mode() == Rules.Mode.UNORDERED ? List.of() : edit.match().bindings();
    }

    Comparison verdict() {
        if (edits.stream().anyMatch(Edit::differs)) {
            return new Comparison.Mismatch(Diff.of(edits, lines), notes);
        }
        List<Binding> bindings = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Edit edit : edits) {
            bindings.addAll(edit.match().bindings());
            reasons.addAll(edit.match().reasons());
        }
        return reasons.isEmpty()
                ? new Comparison.Matched(bindings)
                : new Comparison.Adapted(bindings, List.copyOf(reasons));
    }

    private static String note(Binding binding, Binding earlier) {
        return "The %s recorded as %s came as %s, which does not fit %s, which came as %s."
                .formatted(
                        binding.kind().label(),
                        binding.expected(),
                        binding.actual(),
                        earlier.expected(),
                        earlier.actual());
    }
}
