package dev.pgduo.table;

/**
 * How far the record header line of expanded output goes ({@code \pset xheader_width}, psql 16 and later; psql 15 knows
 * {@link #FULL} only).
 *
 * @param limit display columns, for {@link Kind#EXACT} only
 */
public record HeaderWidth(Kind kind, int limit) {
    /** What limits the line. */
    public enum Kind {
        /** The widest value. */
        FULL,
        /** The column of names. */
        COLUMN,
        /** The output's width. */
        PAGE,
        /** A number. */
        EXACT
    }

    /** As wide as the table. */
    public static final HeaderWidth FULL = new HeaderWidth(Kind.FULL, 0);

    /** At most so many display columns. */
    public static HeaderWidth exactly(int columns) {
        return new HeaderWidth(Kind.EXACT, columns);
    }
}
