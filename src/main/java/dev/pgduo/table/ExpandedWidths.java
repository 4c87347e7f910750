package dev.pgduo.table;

import java.io.IOException;

/** The two columns of expanded output: names, and values (psql: {@code print_aligned_vertical}). */
final class ExpandedWidths {
    final CellLines[] names;
    /** Display columns of the widest name. */
    final int name;

    private final int border;
    private final boolean old;
    private final boolean tallNames;
    private int value;
    private boolean tallValues;

    ExpandedWidths(Table table, Cells cells) throws IOException {
        border = table.border(2);
        old = Glyphs.of(table.options().lineStyle()).old();
        names = new CellLines[table.columns()];
        int widest = 0;
        boolean tall = false;
        for (int i = 0; i < names.length; i++) {
            names[i] = CellLines.of(table.name(i), table.options().encoding());
            widest = Math.max(widest, names[i].width());
            tall |= names[i].count() > 1;
        }
        name = widest;
        tallNames = tall;
        CellLines lines = new CellLines(table.options().encoding());
        cells.forEach(row -> measure(row, lines));
        fit(table, cells.rows());
    }

    private void measure(Cells.Row row, CellLines lines) {
        for (int i = 0; i < names.length; i++) {
            if (row.plain(i)) {
                value = Math.max(value, row.end(i) - row.start(i));
            } else {
                lines.format(row.bytes(), row.start(i), row.end(i));
                value = Math.max(value, lines.width());
                tallValues |= lines.count() > 1;
            }
        }
    }

    /** Display columns for values. */
    int value() {
        return value;
    }

    /** Whether some name has several lines. */
    boolean tallNames() {
        return tallNames;
    }

    /** Whether a column behind the values is reserved for marks. */
    boolean tallValues() {
        return tallValues;
    }

    /** Whether the names have a column for marks on their left. */
    boolean markedLeft() {
        return tallNames && old;
    }

    /**
     * In the wrapped format the value column becomes as wide as the record headers need, or as narrow as the output
     * demands; otherwise it is as wide as the values.
     */
    private void fit(Table table, int rows) {
        if (table.options().format() != Format.WRAPPED) {
            return;
        }
        int header = table.options().tuplesOnly() ? 0 : headerLine(rows);
        int target = table.options().width().target();
        int fitted = fitted(header, target);
        if (fitted < value && !tallValues && border < 2 && !old) {
            tallValues = true;
            fitted = fitted(header, target);
        }
        value = fitted;
    }

    private int fitted(int header, int target) {
        int fixed = name + frame();
        int natural = Math.max(fixed + value, header);
        if (target <= 0 || target >= natural) {
            return natural - fixed;
        }
        return Math.max(target, Math.max(fixed + 3, header)) - fixed;
    }

    /** Display columns that are neither names nor values. */
    private int frame() {
        if (border == 2) {
            return 7;
        }
        int values = tallValues && !old ? 1 : 0;
        int headers = tallNames && (border == 0 || old) ? 1 : 0;
        return (border == 0 ? 1 : 3) + values + headers;
    }

    /** Display columns of the longest record header line. */
    private int headerLine(int rows) {
        int digits = rows > 0 ? String.valueOf(rows).length() : 0;
        return digits
                + switch (border) {
                    case 0 -> 9;
                    case 1 -> 12;
                    default -> 15;
                };
    }
}
