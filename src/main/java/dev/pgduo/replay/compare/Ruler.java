package dev.pgduo.replay.compare;

import dev.pgduo.table.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule below an aligned table's header, which determines the columns' positions.
 *
 * @param border psql's border setting, 0 to 2
 * @param unicode whether the table has psql's line style unicode
 * @param width its width in columns
 * @param columns the positions of the contents
 */
record Ruler(int border, boolean unicode, int width, List<Column> columns) {
    private static final Pattern BORDER_0 = Pattern.compile("-+(?: -+)*+ ?");
    private static final Pattern BORDER_1 = Pattern.compile("--+(?:\\+--+)*+");
    private static final Pattern BORDER_2 = Pattern.compile("\\+--+(?:\\+--+)*+\\+");

    /** A column's content, {@code [start, end)} in display columns. */
    record Column(int start, int end) {
        int width() {
            return end - start;
        }
    }

    /** The possible rulers of a line, the most likely first; empty when it is none. */
    static List<Ruler> read(String line) {
        if (line.indexOf('-') < 0 && line.indexOf('─') < 0) {
            return List.of();
        }
        List<Ruler> readings = new ArrayList<>();
        String text = unicodeless(line);
        boolean unicode = !text.equals(line);
        if (BORDER_2.matcher(text).matches()) {
            readings.add(split(2, unicode, text, 1, '+', 1));
        }
        if (BORDER_1.matcher(text).matches()) {
            readings.add(split(1, unicode, text, 0, '+', 1));
        }
        if (BORDER_0.matcher(text).matches()) {
            readings.add(split(0, unicode, text.stripTrailing(), 0, ' ', 0));
        }
        return readings;
    }

    /** The row in line style ascii. */
    String ascii(String line) {
        return unicode ? unicodeless(line) : line;
    }

    /** The cells of a row, with padding and without markers; empty when the line does not match. */
    Optional<List<String>> cut(String line) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean open = border < 2 && i == columns.size() - 1;
            int from = DisplayWidth.indexAt(line, column.start);
            boolean whole = open && !endsWithMark(line, column);
            int to = whole ? line.length() : DisplayWidth.indexAt(line, column.end);
            if (from < 0 || to < from || !framed(line, column, open)) {
                return Optional.empty();
            }
            cells.add(line.substring(from, to));
        }
        return Optional.of(cells);
    }

    /** The marker after a column's cell in this line, or nothing. */
    String mark(String line, int column) {
        return charAt(line, columns.get(column).end) == '+' ? "\n" : "";
    }

    /** The character at this display column, or a blank after the end. */
    static char charAt(String line, int column) {
        int index = DisplayWidth.indexAt(line, column);
        return index < 0 || index >= line.length() ? ' ' : line.charAt(index);
    }

    /** A line in line style unicode, converted to ascii. */
    static String unicodeless(String line) {
        if (line.chars().allMatch(c -> c < '↵')) {
            return line;
        }
        return line.replace('─', '-')
                .replace('↵', '+')
                .replace('┼', '+')
                .replace('│', '|')
                .replaceAll("[├┤┌┐└┘┬┴]", "+");
    }

    private static boolean endsWithMark(String line, Column column) {
        return line.endsWith("+") && DisplayWidth.of(line) == column.end + 1;
    }

    private boolean framed(String line, Column column, boolean open) {
        if (border == 0) {
            return open || charAt(line, column.end) == ' ' || charAt(line, column.end) == '+';
        }
        char left = charAt(line, column.start - 1);
        boolean edge = column.start < 2 || charAt(line, column.start - 2) == '|';
        char mark = charAt(line, column.end);
        boolean closed = open || mark == ' ' || mark == '+';
        boolean end = border < 2 || column.end + 2 < width || charAt(line, column.end + 1) == '|';
        return left == ' ' && edge && closed && end;
    }

    private static Ruler split(int border, boolean unicode, String text, int from, char joint, int padding) {
        List<Column> columns = new ArrayList<>();
        int start = from;
        for (int i = from; i <= text.length(); i++) {
            boolean end = i == text.length() || text.charAt(i) == joint;
            if (end && i > start) {
                columns.add(new Column(start + padding, i - padding));
            }
            start = end ? i + 1 : start;
        }
        return new Ruler(border, unicode, text.length(), List.copyOf(columns));
    }
}
