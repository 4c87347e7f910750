package dev.pgduo.replay.compare;

import dev.pgduo.transcript.model.ExpectedLine;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares an expected block with the actual output. Blank lines at the end of either side are ignored, and a line that
 * consists of blanks is a blank line. Thread-safe.
 */
public final class Matcher {
    private Matcher() {}

    /**
     * Compares. Throws {@link dev.pgduo.report.LabException} when a pattern line is no valid regular expression or takes too
     * long.
     */
    public static Comparison compare(List<ExpectedLine> expected, List<String> actual, Rules rules) {
        return rules.mode() == Rules.Mode.IGNORE
                ? new Comparison.Matched(List.of())
                : align(LinePatterns.patterns(expected), actual, rules).verdict();
    }

    /** The line numbers of the patterns that matched something. */
    public static Set<Integer> patternsUsed(List<ExpectedLine> expected, List<String> actual, Rules rules) {
        List<LinePattern> patterns = LinePatterns.patterns(expected);
        Set<Integer> used = new TreeSet<>();
        for (Edit edit : align(patterns, actual, rules).edits()) {
            boolean stands = edit.kind() == Edit.Kind.SPANNED || edit.kind() == Edit.Kind.EQUAL;
            if (stands && !patterns.get(edit.expected()).exact()) {
                used.add(expected.get(edit.expected()).line());
            }
        }
        return used;
    }

    static Aligned align(List<LinePattern> expected, List<String> actual, Rules rules) {
        List<LinePattern> left = expected.subList(0, end(expected, LinePattern::blank));
        List<String> right = actual.subList(0, end(actual, String::isBlank));
        LineMatcher lines = new LineMatcher(left, right, rules);
        boolean reorder = rules.mode() == Rules.Mode.UNORDERED;
        return Aligned.of(reorder ? lines.reordered() : lines, rules);
    }

    /** The index after the last line that is not blank. */
    static <T> int end(List<T> lines, Predicate<T> blank) {
        int end = lines.size();
        while (end > 0 && blank.test(lines.get(end - 1))) {
            end--;
        }
        return end;
    }
}
