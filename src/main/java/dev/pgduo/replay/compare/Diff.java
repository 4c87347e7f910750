package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The difference between an expected block and the actual output, line by line; volatile values that match are shown as
 * recorded, in context lines.
 */
public record Diff(List<Line> lines) {
    public Diff {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the diff.
     *
     * @param mark blank for context, {@code -} for expected, {@code +} for actual
     * @param text without the mark
     * @param expected the index of the expected line that it is, or before which it is
     * @param allowed whether it is permitted as an additional line, and is shown only because another one is missing
     */
    public record Line(char mark, String text, int expected, boolean allowed) {
        /** Whether the line is a difference. */
        public boolean differs() {
            return mark != ' ';
        }
    }

    /**
     * Makes a diff. Among adjacent differences the expected lines come first; a permitted additional line is shown where one is
     * missing, and so is an error that {@code ...} would hide.
     */
    static Diff of(List<Edit> edits, LineMatcher lines) {
        List<Line> all = new ArrayList<>();
        Run run = new Run();
        for (Edit edit : edits) {
            switch (edit.kind()) {
                case REMOVED -> run.removed.add(expected('-', edit, lines));
                case ADDED -> run.added.add(added(edit, lines, false));
                case SURPLUS -> run.added.add(added(edit, lines, true));
                case SPANNED -> run.hides(added(edit, lines, true));
                case EQUAL, CLOSED, ABSENT -> {
                    all.addAll(run.end());
                    all.add(expected(' ', edit, lines));
                }
            }
        }
        all.addAll(run.end());
        return new Diff(all);
    }

    /** The first pair of lines that differ, in one line: {@code expected "1", got "2"}; empty when there is none. */
    public String firstPair() {
        int first = 0;
        while (first < lines.size() && !lines.get(first).differs()) {
            first++;
        }
        int end = first;
        while (end < lines.size() && lines.get(end).differs()) {
            end++;
        }
        Optional<String> missing = marked(first, end, '-');
        Optional<String> came = marked(first, end, '+');
        if (missing.isPresent() && came.isPresent()) {
            return "expected \"" + missing.get() + "\", got \"" + came.get() + "\"";
        }
        return missing.map(line -> "expected \"" + line + "\", which did not come")
                .or(() -> came.map(line -> "got \"" + line + "\", which was not expected"))
                .orElse("");
    }

    private Optional<String> marked(int from, int to, char mark) {
        return lines.subList(from, to).stream()
                .filter(line -> line.mark() == mark)
                .map(Line::text)
                .findFirst();
    }

    /** Adjacent differences between two context lines. */
    private static final class Run {
        private static final Pattern ERROR = Pattern.compile("(?:ERROR|FATAL|PANIC|DETAIL|HINT):  .*");

        private final List<Line> removed = new ArrayList<>();
        private final List<Line> added = new ArrayList<>();
        private final List<Line> hidden = new ArrayList<>();

        void hides(Line line) {
            if (ERROR.matcher(line.text()).matches()) {
                hidden.add(line);
            }
        }

        List<Line> end() {
            List<Line> all = new ArrayList<>(removed);
            if (!removed.isEmpty()) {
                added.addAll(0, hidden);
                hidden.clear();
            }
            added.stream().filter(line -> !removed.isEmpty() || !line.allowed()).forEach(all::add);
            removed.clear();
            added.clear();
            return all;
        }
    }

    private static Line added(Edit edit, LineMatcher lines, boolean allowed) {
        return new Line('+', lines.shown(edit.actual()), edit.expected(), allowed);
    }

    private static Line expected(char mark, Edit edit, LineMatcher lines) {
        return new Line(mark, lines.expected().get(edit.expected()).text(), edit.expected(), false);
    }
}
