package dev.pgduo.replay.compare;

import java.util.List;

/**
 * A parsed line of a psql table.
 *
 * @param table the number of its table in the text, from 0
 * @param part the part of the table that it is
 * @param columns the column's name for each cell; empty names where a line has no columns
 * @param cells the texts to compare, without padding and frame
 */
record TableLine(int table, Part part, List<String> columns, List<String> cells) {
    TableLine {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** The parts of a table. */
    enum Part {
        /** The title, which psql centres above the table. */
        TITLE,
        /** The column names. */
        HEADER,
        /** The rule below the header; its cells are the columns' alignments: L, R, or empty when not known. */
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
