package dev.pgduo.replay.compare;

import dev.pgduo.table.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule below an aligned table's header: it says where each column's content starts and ends.
 *
 * @param border psql's border setting, 0 to 2
 * @param unicode whether the table is drawn in psql's line style unicode
 * @param width columns the rule takes
 * @param columns where the contents are
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

    /** The ways to read a line as a ruler, the likeliest first; none when it is not one. */
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

    /** A row as the line style ascii has it. */
    String ascii(String line) {
        return unicode ? unicodeless(line) : line;
    }

    /** The cells of a row, padding included and markers excluded; empty when the line does not fit. */
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

    /** A line break after what the column's cell has in this line, or nothing. */
    String mark(String line, int column) {
        return charAt(line, columns.get(column).end) == '+' ? "\n" : "";
    }

    /** The character at that display column, or a blank behind the end. */
    static char charAt(String line, int column) {
        int index = DisplayWidth.indexAt(line, column);
        return index < 0 || index >= line.length() ? ' ' : line.charAt(index);
    }

    /** psql's line style unicode, written as ascii. */
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
