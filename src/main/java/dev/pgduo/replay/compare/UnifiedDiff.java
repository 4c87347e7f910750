package dev.pgduo.replay.compare;

import dev.pgduo.transcript.model.ExpectedLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints a {@link Diff} in the unified format with the file's own line numbers, for editors.
 *
 * @param source the file's name
 * @param lineNumbers the line number of each expected line, from 1
 * @param anchor the line after which output belongs where none was expected
 */
public record UnifiedDiff(String source, List<Integer> lineNumbers, int anchor) {
    private static final int CONTEXT = 3;

    public UnifiedDiff {
        lineNumbers = List.copyOf(lineNumbers);
    }

    /** A diff for a block whose lines have their numbers. */
    public static UnifiedDiff in(String source, List<ExpectedLine> expected, int anchor) {
        return new UnifiedDiff(source, expected.stream().map(ExpectedLine::line).toList(), anchor);
    }

    /** The lines {@code ---}, {@code +++} and the hunks; empty when there is no difference. */
    public List<String> lines(Diff diff) {
        List<String> out = new ArrayList<>();
        int added = 0;
        int at = 0;
        while (at < diff.lines().size()) {
            if (!diff.lines().get(at).differs()) {
                at++;
                continue;
            }
            int end = hunkEnd(diff, at);
            List<Diff.Line> hunk = diff.lines().subList(Math.max(0, at - CONTEXT), end);
            out.add(head(hunk, added));
            hunk.forEach(line -> out.add(line.mark() + line.text()));
            added += count(hunk, '+') - count(hunk, '-');
            at = end;
        }
        if (!out.isEmpty()) {
            out.addAll(0, List.of("--- " + source + " (expected)", "+++ " + source + " (actual)"));
        }
        return out;
    }

    /** {@link #lines} with a newline after each. */
    public String render(Diff diff) {
        List<String> lines = lines(diff);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** The end of a hunk: differences closer than twice the context are in one hunk. */
    private static int hunkEnd(Diff diff, int first) {
        int last = first;
        int size = diff.lines().size();
        for (int i = first; i < size && i <= last + 2 * CONTEXT; i++) {
            last = diff.lines().get(i).differs() ? i : last;
        }
        return Math.min(size, last + 1 + CONTEXT);
    }

    private String head(List<Diff.Line> hunk, int added) {
        int context = count(hunk, ' ');
        int before = context + count(hunk, '-');
        int after = context + count(hunk, '+');
        int start = numberOf(hunk.get(0).expected());
        int from = before == 0 ? start - 1 : start;
        int to = (after == 0 ? start - 1 : start) + added;
        return "@@ -%d,%d +%d,%d @@".formatted(from, before, to, after);
    }

    private int numberOf(int expected) {
        if (expected < lineNumbers.size()) {
            return lineNumbers.get(expected);
        }
        return lineNumbers.isEmpty() ? anchor + 1 : lineNumbers.get(lineNumbers.size() - 1) + 1;
    }

    private static int count(List<Diff.Line> lines, char mark) {
        return (int) lines.stream().filter(line -> line.mark() == mark).count();
    }
}
