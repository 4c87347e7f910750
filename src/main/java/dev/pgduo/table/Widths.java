package dev.pgduo.table;

import java.io.IOException;

/** The widths of an aligned table's columns: those that the cells need, and those that the columns get. */
final class Widths {
    final CellLines[] names;
    /** Display columns of each cell's place, after wrapping. */
    final int[] columns;
    /** Whether every cell of the column is printable ASCII. */
    final boolean[] plain;

    private final int[] wanted;
    private final int[] header;
    private final long[] sums;
    private final int frame;
    private boolean wrapped;

    Widths(Table table, Cells cells, int border) throws IOException {
        int count = table.columns();
        names = new CellLines[count];
        wanted = new int[count];
        header = new int[count];
        sums = new long[count];
        plain = new boolean[count];
        for (int i = 0; i < count; i++) {
            names[i] = CellLines.of(table.name(i), table.options().encoding());
            header[i] = names[i].width();
            wanted[i] = header[i];
            plain[i] = true;
        }
        CellLines lines = new CellLines(table.options().encoding());
        cells.forEach(row -> measure(row, lines));
        columns = wanted.clone();
        frame = frame(border, count);
    }

    private void measure(Cells.Row row, CellLines lines) {
        for (int i = 0; i < wanted.length; i++) {
            int width = row.end(i) - row.start(i);
            if (!row.plain(i)) {
                plain[i] = false;
                lines.format(row.bytes(), row.start(i), row.end(i));
                width = lines.width();
            }
            wanted[i] = Math.max(wanted[i], width);
            sums[i] += width;
        }
    }

    private static int frame(int border, int count) {
        return switch (border) {
            case 0 -> count;
            case 1 -> count * 3 - (count > 0 ? 1 : 0);
            default -> count * 3 + 1;
        };
    }

    /** Whether some column got less than its widest cell needs. */
    boolean wrapped() {
        return wrapped;
    }

    /** Display columns of the whole table. */
    int total() {
        return frame + sum(columns);
    }

    /** Display columns the headers alone would take. */
    int headerTotal() {
        return frame + sum(header);
    }

    boolean exceeds(int target) {
        return target > 0 && (target < headerTotal() || target < total());
    }

    /** Narrows columns, one display column at a time, until the table fits, if the headers allow it. */
    void shrink(int target, int rows) {
        if (target <= 0 || target < headerTotal()) {
            return;
        }
        int total = total();
        while (total > target) {
            int worst = worst(rows);
            if (worst < 0) {
                return;
            }
            columns[worst]--;
            total--;
            wrapped = true;
        }
    }

    /** The column with the greatest ratio of widest to average cell: when it is narrowed, the fewest cells have to wrap. */
    private int worst(int rows) {
        double greatest = 0;
        int worst = -1;
        for (int i = 0; i < columns.length; i++) {
            long average = rows == 0 ? 0 : sums[i] / rows;
            if (average == 0 || columns[i] <= header[i]) {
                continue;
            }
            double ratio = (double) columns[i] / average + wanted[i] * 0.01;
            if (ratio > greatest) {
                greatest = ratio;
                worst = i;
            }
        }
        return worst;
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }
}
