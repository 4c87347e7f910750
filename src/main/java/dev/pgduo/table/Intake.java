package dev.pgduo.table;

import org.jspecify.annotations.Nullable;

/**
 * Turns the values that the server sent into the cells to print: NULL becomes the text that stands for it, numbers get the locale's
 * separators, invalid bytes are left out.
 */
final class Intake {
    private final byte[] nullText;
    private final @Nullable NumericLocale numbers;
    private final boolean[] right;

    Intake(Heading heading, PrintOptions options) {
        nullText = options.encoding().bytes(options.nullText());
        numbers = options.numericLocale();
        right = new boolean[heading.columns().size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = heading.columns().get(i).rightAligned();
        }
    }

    /** Adds the row to the cells, after those that are there. */
    void add(PackedRow row, Cells cells) {
        if (row.columns() != right.length) {
            throw new IllegalArgumentException("row of " + row.columns() + " cells for " + right.length + " columns");
        }
        PackedRow shown = numbers == null ? row : localized(row, numbers);
        cells.begin(shown.bytes().length + right.length * nullText.length);
        int at = shown.first();
        for (int i = 0; i < right.length; i++) {
            int length = shown.length(at);
            if (length < 0) {
                cells.add(nullText, 0, nullText.length);
            } else {
                cells.add(shown.bytes(), at, at + length);
            }
            at = shown.next(at, length);
        }
    }

    private PackedRow localized(PackedRow row, NumericLocale locale) {
        byte[] @Nullable [] cells = row.cells();
        for (int i = 0; i < right.length; i++) {
            byte[] cell = cells[i];
            if (right[i] && cell != null) {
                cells[i] = locale.apply(cell);
            }
        }
        return PackedRow.of(cells);
    }
}
