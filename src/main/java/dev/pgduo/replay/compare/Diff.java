package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.List;

/** An expected block against what came, line by line; volatile values that agree stand in context lines, as recorded. */
public record Diff(List<Line> lines) {
    public Diff {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the diff.
     *
     * @param mark blank for context, {@code -} for expected, {@code +} for actual
     * @param text without the mark
     * @param expected index of the expected line it is, or it stands before
     */
    public record Line(char mark, String text, int expected) {
        /** Whether it is a difference. */
        public boolean differs() {
            return mark != ' ';
        }
    }

    /** In a run of differences the expected lines come first. */
    static Diff of(List<Edit> edits, LineMatcher lines) {
        List<Line> all = new ArrayList<>();
        List<Line> added = new ArrayList<>();
        for (Edit edit : edits) {
            switch (edit.kind()) {
                case REMOVED -> all.add(expected('-', edit, lines));
                case ADDED -> added.add(new Line('+', lines.shown(edit.actual()), edit.expected()));
                case SPANNED, SURPLUS -> {}
                case EQUAL, CLOSED, ABSENT -> {
                    all.addAll(added);
                    added.clear();
                    all.add(expected(' ', edit, lines));
                }
            }
        }
        all.addAll(added);
        return new Diff(all);
    }

    private static Line expected(char mark, Edit edit, LineMatcher lines) {
        return new Line(mark, lines.expected().get(edit.expected()).text(), edit.expected());
    }
}
