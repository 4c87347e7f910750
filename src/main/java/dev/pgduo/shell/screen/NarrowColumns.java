package dev.pgduo.shell.screen;

import dev.pgduo.report.LineBreaks;
import dev.pgduo.table.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The widths of a table's columns where there is little room: the widest column is narrowed first, so that short names stay
 * unbroken.
 *
 * @param widths the width of each column, in display columns
 */
record NarrowColumns(List<Integer> widths) {
    /** Columns that are not wider than this are not narrowed. */
    private static final int NARROWEST = 12;

    /** The width of two blanks and a line between columns. */
    private static final int BETWEEN = 3;

    /** The blank before the first column, and the one after the last column for the mark of a row that continues. */
    private static final int OUTSIDE = 2;

    NarrowColumns {
        widths = List.copyOf(widths);
    }

    /** The widths for this much room; empty when there is too little. */
    static Optional<NarrowColumns> of(List<String> names, List<? extends List<@Nullable String>> rows, int room) {
        List<Integer> widths = new ArrayList<>();
        int all = OUTSIDE - BETWEEN;
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            int width = rows.stream()
                    .mapToInt(row -> DisplayWidth.of(String.valueOf(row.get(column))))
                    .max()
                    .orElse(0);
            widths.add(Math.max(width, DisplayWidth.of(names.get(i))));
            all += widths.get(i) + BETWEEN;
        }
        for (; all > room; all--) {
            int widest = widths.indexOf(widths.stream().max(Integer::compare).orElse(0));
            int narrower = widths.get(widest) - 1;
            if (narrower < Math.max(NARROWEST, DisplayWidth.of(names.get(widest)))) {
                return Optional.empty();
            }
            widths.set(widest, narrower);
        }
        return Optional.of(new NarrowColumns(widths));
    }

    /** The cells of a row, broken into lines, at blanks where possible. */
    List<@Nullable String> broken(List<@Nullable String> row) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            cells.add(cell == null ? null : String.join("\n", LineBreaks.of(cell, widths.get(i))));
        }
        return cells;
    }
}
