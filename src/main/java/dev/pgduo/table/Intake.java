package dev.pgduo.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the server sent into what is printed: NULL becomes its text, numbers the locale's, invalid bytes nothing. */
final class Intake {
    private final byte[] nullText;
    private final @Nullable NumericLocale numbers;
    private final List<Boolean> right = new ArrayList<>();

    Intake(Heading heading, PrintOptions options) {
        nullText = Utf8.validated(options.nullText().getBytes(StandardCharsets.UTF_8));
        numbers = options.numericLocale();
        heading.columns().forEach(column -> right.add(column.rightAligned()));
    }

    byte[][] row(byte[] @Nullable [] row) {
        if (row.length != right.size()) {
            throw new IllegalArgumentException("row of " + row.length + " cells for " + right.size() + " columns");
        }
        byte[][] cells = new byte[row.length][];
        for (int i = 0; i < row.length; i++) {
            byte[] cell = row[i];
            cells[i] = cell == null ? nullText : present(cell, i);
        }
        return cells;
    }

    private byte[] present(byte[] cell, int column) {
        byte[] valid = Utf8.validated(cell);
        return numbers != null && right.get(column) ? numbers.apply(valid) : valid;
    }
}
