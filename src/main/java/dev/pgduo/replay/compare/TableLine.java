package dev.pgduo.replay.compare;

import java.util.List;

/**
 * A line of a psql table, taken apart.
 *
 * @param table which table of the text it belongs to, counted from 0
 * @param part what the line is in its table
 * @param columns the name of the column each cell is in; empty names where a line has no columns
 * @param cells what must be equal, without padding and frame
 */
record TableLine(int table, Part part, List<String> columns, List<String> cells) {
    TableLine {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** What a line is in its table. */
    enum Part {
        /** The title over the table, centred by psql over its width. */
        TITLE,
        /** The column names. */
        HEADER,
        /** The rule below the header; its cells say how the columns are aligned: L, R, or nothing when that is open. */
        RULER,
        /** The outer rule of a table with border 2. */
        EDGE,
        /** One physical line of a row. */
        ROW,
        /** The {@code -[ RECORD n ]-} line. */
        RECORD,
        /** One line of a record: a column's name and value. */
        FIELD,
        /** The {@code (n rows)} line. */
        FOOTER
    }
}
