package dev.pgduo.table;

import java.io.IOException;

/** The line above each record of expanded output (psql: {@code print_aligned_vertical_line}). */
final class RecordLine {
    private final Sink sink;
    private final int border;
    private final PrintOptions options;
    private final int valueWidth;

    RecordLine(Table table, Sink sink, int valueWidth) {
        this.sink = sink;
        this.border = table.border(2);
        this.options = table.options();
        this.valueWidth = valueWidth;
    }

    /**
     * @param text what stands in the line, or nothing
     * @param nameWidth display columns of the names' column
     */
    void print(String text, int nameWidth, Glyphs.Rule rule) throws IOException {
        String unit = border > 0 ? rule.horizontal() : " ";
        boolean narrow = options.headerWidth().kind() == HeaderWidth.Kind.COLUMN;
        if (border == 2) {
            sink.text(rule.left());
        }
        if (border > 0) {
            sink.text(rule.horizontal());
        }
        sink.text(text);
        int used = text.length() + (border == 2 ? 0 : 1);
        sink.repeat(unit, nameWidth - used);
        int over = crossing(used - nameWidth, rule, narrow);
        if (!narrow) {
            sink.repeat(unit, limited(nameWidth) - Math.max(0, over));
            if (border == 2) {
                sink.text(rule.horizontal() + rule.right());
            }
        }
        sink.put('\n');
    }

    /** Prints what a text longer than the names leaves of the crossing; returns by how many display columns the text reaches beyond it. */
    private int crossing(int over, Glyphs.Rule rule, boolean narrow) throws IOException {
        if (border == 0) {
            sink.text(over <= 0 ? " " : "");
            return over - 1;
        }
        sink.text(over <= 0 ? rule.horizontal() : "");
        if (over <= 1) {
            sink.text(narrow ? rule.right() : rule.middle());
        }
        sink.text(over <= 2 && !narrow ? rule.horizontal() : "");
        return over - 3;
    }

    /** The values' width, or less if the line is to be short (psql 16). */
    private int limited(int nameWidth) {
        int most = switch (options.headerWidth().kind()) {
            case FULL, COLUMN -> 0;
            case PAGE -> options.width().target();
            case EXACT -> options.headerWidth().limit();
        };
        if (most <= 0) {
            return valueWidth;
        }
        int frame = switch (border) {
            case 0 -> 0;
            case 1 -> 3;
            default -> 7;
        };
        return Math.min(valueWidth, Math.max(0, most - nameWidth - frame));
    }
}
