package dev.pgduo.cluster.conf;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * The shortest difference between two texts, line by line; line terminators are ignored.
 *
 * @param lines all lines of both texts, each once, deleted ones before those that replace them
 */
public record LineDiff(List<Line> lines) {
    public LineDiff {
        lines = List.copyOf(lines);
    }

    /** The texts that contain a line. */
    public enum Kind {
        /** In both texts. */
        KEPT(' '),
        /** Only in the old text. */
        GONE('-'),
        /** Only in the new text. */
        NEW('+');

        private final char mark;

        Kind(char mark) {
            this.mark = mark;
        }
    }

    /**
     * One line.
     *
     * @param old its number in the old text, from 1; for a new line, that of the line before it, 0 when there is none
     */
    public record Line(Kind kind, String text, int old) {
        public boolean differs() {
            return kind != Kind.KEPT;
        }

        /** The text after a blank, {@code -} or {@code +}. */
        public String marked() {
            return kind.mark + text;
        }
    }

    public static LineDiff between(String old, String now) {
        List<String> before = lines(old);
        List<Line> lines = new ArrayList<>();
        int done = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, lines(now)).getDeltas()) {
            kept(before, done, delta.getSource().getPosition(), lines);
            changed(delta, lines);
            done = delta.getSource().getPosition() + delta.getSource().size();
        }
        kept(before, done, before.size(), lines);
        return new LineDiff(lines);
    }

    /** The lines of a text; as for the server and for sed, a carriage return within a line does not end it. */
    private static List<String> lines(String text) {
        return Lines.of(text).stream()
                .map(line ->
                        line.endsWith("\n") ? line.substring(0, line.length() - (line.endsWith("\r\n") ? 2 : 1)) : line)
                .toList();
    }

    /**
     * The changed lines with context, each group after a line with its position in the old text; empty when nothing differs.
     *
     * @param context the number of context lines
     */
    public List<List<Line>> groups(int context) {
        List<List<Line>> groups = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (lines.get(at).differs()) {
                int end = end(at, context);
                groups.add(lines.subList(Math.max(0, at - context), end));
                at = end;
            } else {
                at++;
            }
        }
        return groups;
    }

    private int end(int first, int context) {
        int last = first;
        for (int i = first; i < lines.size() && i <= last + 2 * context; i++) {
            last = lines.get(i).differs() ? i : last;
        }
        return Math.min(lines.size(), last + 1 + context);
    }

    private static void kept(List<String> old, int from, int to, List<Line> lines) {
        for (int i = from; i < to; i++) {
            lines.add(new Line(Kind.KEPT, old.get(i), i + 1));
        }
    }

    private static void changed(AbstractDelta<String> delta, List<Line> lines) {
        int first = delta.getSource().getPosition();
        List<String> gone = delta.getSource().getLines();
        for (int i = 0; i < gone.size(); i++) {
            lines.add(new Line(Kind.GONE, gone.get(i), first + i + 1));
        }
        delta.getTarget().getLines().forEach(text -> lines.add(new Line(Kind.NEW, text, first + gone.size())));
    }
}
