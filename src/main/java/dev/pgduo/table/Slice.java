package dev.pgduo.table;

import java.io.IOException;

/**
 * A part of a result as a renderer gets it.
 *
 * @param first whether the heading comes before it (psql: {@code start_table})
 * @param last whether the footer comes after it (psql: {@code stop_table})
 * @param before how many rows the parts before it had (psql: {@code prior_records})
 */
record Slice(Cells cells, boolean first, boolean last, long before) {
    /** Takes one row with its number in the whole result, 1 and up. */
    @FunctionalInterface
    interface Numbered {
        void row(long number, Cells.Row row) throws IOException;
    }

    /** Shows each row in turn with its number; the row is valid only inside the call. */
    void records(Numbered action) throws IOException {
        long[] number = {before};
        cells.forEach(row -> action.row(++number[0], row));
    }
}
