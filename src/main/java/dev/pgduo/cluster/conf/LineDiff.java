package dev.pgduo.cluster.conf;

import java.util.ArrayList;
import java.util.List;

/**
 * The shortest way from one text to another, line by line; ends of lines do not count.
 *
 * @param lines all lines of both texts, each once, deleted ones before those that came for them
 */
public record LineDiff(List<Line> lines) {
    public LineDiff {
        lines = List.copyOf(lines);
    }

    /** Where a line is. */
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
     * @param old its 1-based number in the old text; of a new one, that of the line before it, 0 when there is none
     */
    public record Line(Kind kind, String text, int old) {
        public boolean differs() {
            return kind != Kind.KEPT;
        }

        /** The text behind a blank, {@code -} or {@code +}. */
        public String marked() {
            return kind.mark + text;
        }
    }

    public static LineDiff between(String old, String now) {
        return new Search(old.lines().toList(), now.lines().toList()).diff();
    }

    /**
     * The changed lines with their neighbours, each group behind a line that says where it is in the old text; empty when nothing differs.
     *
     * @param context how many neighbours
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

    /** The longest common lines; what both texts begin and end with is left out of the search. */
    private record Search(List<String> old, List<String> now) {
        LineDiff diff() {
            int head = 0;
            while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
                head++;
            }
            int tail = 0;
            while (tail < Math.min(old.size(), now.size()) - head
                    && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
                tail++;
            }
            List<Line> lines = new ArrayList<>();
            kept(0, head, lines);
            middle(head, old.size() - tail, now.subList(head, now.size() - tail), lines);
            kept(old.size() - tail, old.size(), lines);
            return new LineDiff(lines);
        }

        private void kept(int from, int to, List<Line> lines) {
            for (int i = from; i < to; i++) {
                lines.add(new Line(Kind.KEPT, old.get(i), i + 1));
            }
        }

        private void middle(int from, int to, List<String> fresh, List<Line> lines) {
            int[][] common = common(old.subList(from, to), fresh);
            List<Line> added = new ArrayList<>();
            int i = from;
            int j = 0;
            while (i < to || j < fresh.size()) {
                if (i < to && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                    lines.addAll(added);
                    added.clear();
                    lines.add(new Line(Kind.KEPT, old.get(i), ++i));
                    j++;
                } else if (j == fresh.size() || (i < to && common[i - from + 1][j] >= common[i - from][j + 1])) {
                    lines.add(new Line(Kind.GONE, old.get(i), ++i));
                } else {
                    added.add(new Line(Kind.NEW, fresh.get(j++), i));
                }
            }
            lines.addAll(added);
        }

        /** How many lines the ends of both lists have in common, from each pair of places on. */
        private static int[][] common(List<String> old, List<String> fresh) {
            int[][] common = new int[old.size() + 1][fresh.size() + 1];
            for (int i = old.size() - 1; i >= 0; i--) {
                for (int j = fresh.size() - 1; j >= 0; j--) {
                    common[i][j] = old.get(i).equals(fresh.get(j))
                            ? common[i + 1][j + 1] + 1
                            : Math.max(common[i + 1][j], common[i][j + 1]);
                }
            }
            return common;
        }
    }
}
