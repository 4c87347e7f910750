package dev.pgduo.table;

/**
 * How wide the output may be, in display columns; 0 means unknown. The wrapped format and {@link Expanded#AUTO} need it.
 *
 * @param columns what {@code \pset columns} says
 * @param terminal the width of the terminal that is printed to ({@code COLUMNS}, else the terminal's own), 0 for a file
 */
public record PageWidth(int columns, int terminal) {
    /** No width is known: tables are as wide as they need. */
    public static final PageWidth UNKNOWN = new PageWidth(0, 0);

    public PageWidth {
        if (columns < 0 || terminal < 0) {
            throw new IllegalArgumentException("negative width: " + columns + ", " + terminal);
        }
    }

    /** The width to fit tables into, or 0. */
    int target() {
        return columns > 0 ? columns : terminal;
    }
}
