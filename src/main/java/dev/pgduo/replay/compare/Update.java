package dev.pgduo.replay.compare;

import dev.pgduo.transcript.model.ExpectedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Updates an expected block for {@code --update}. Lines that match are kept, including patterns, volatile values and adapted
 * lines; others are replaced by the actual ones. A psql table with a change other than in volatile values is replaced as a
 * whole. The result matches the same output with the same rules.
 */
public final class Update {
    private Update() {}

    /** The updated block; all lines are kept when the comparison accepts the output. Throws as {@link Matcher#compare}. */
    public static List<UpdatedLine> of(List<ExpectedLine> expected, List<String> actual, Rules rules) {
        List<LinePattern> old = LinePatterns.patterns(expected);
        if (rules.mode() == Rules.Mode.IGNORE) {
            return keep(0, old);
        }
        Aligned aligned = Matcher.align(old, actual, rules);
        if (aligned.verdict().accepted()) {
            return keep(0, old);
        }
        List<UpdatedLine> updated = new BlockUpdate(aligned).lines();
        if (!accepted(updated, old, actual, rules)) {
            updated = verbatim(actual, rules);
        }
        return withTail(updated, old, actual);
    }

    /** Keeps the blank lines at the end; a block that was empty gets those of the output. */
    private static List<UpdatedLine> withTail(List<UpdatedLine> lines, List<LinePattern> old, List<String> actual) {
        List<UpdatedLine> all = new ArrayList<>(lines);
        if (old.isEmpty()) {
            actual.subList(Matcher.end(actual, String::isBlank), actual.size())
                    .forEach(line -> all.add(UpdatedLine.written(line)));
        }
        all.addAll(keep(Matcher.end(old, LinePattern::blank), old));
        return List.copyOf(all);
    }

    private static List<UpdatedLine> keep(int from, List<LinePattern> old) {
        return IntStream.range(from, old.size())
                .mapToObj(i -> UpdatedLine.kept(i, old))
                .toList();
    }

    private static List<UpdatedLine> verbatim(List<String> actual, Rules rules) {
        Aliases aliases = new Aliases(rules.aliases());
        return actual.stream()
                .limit(Matcher.end(actual, String::isBlank))
                .map(line -> UpdatedLine.written(aliases.apply(line)))
                .toList();
    }

    private static boolean accepted(List<UpdatedLine> lines, List<LinePattern> old, List<String> actual, Rules rules) {
        List<LinePattern> patterns =
                lines.stream().map(line -> line.pattern(old)).toList();
        return Matcher.align(patterns, actual, rules).verdict().accepted();
    }
}
