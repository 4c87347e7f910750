package dev.pgduo.table;

import java.io.OutputStream;

/** Opens printers for tables, which print as psql does with and without {@code FETCH_COUNT}. */
public final class Printers {
    /** Rows that are printed at a time in the formats whose output does not depend on it. */
    private static final int PORTION = 256;

    private Printers() {}

    /**
     * Prints one table, as psql does without {@code FETCH_COUNT}. Formats without column widths (all but aligned,
     * wrapped and asciidoc) write the rows as they come; the others keep them, packed, until {@code finish}.
     *
     * @param sink is buffered here, and flushed by {@code finish}
     */
    public static OutputPrinter open(Heading heading, PrintOptions options, OutputStream sink) {
        return new SlicePrinter(heading, options, sink, streams(options.format()) ? PORTION : Integer.MAX_VALUE);
    }

    /**
     * Prints one table in chunks as psql does with {@code FETCH_COUNT}: each chunk has its own column widths, the heading
     * stands before the first and the footer behind the last.
     *
     * @param fetchCount rows of a chunk, at least 1
     */
    public static OutputPrinter chunked(Heading heading, PrintOptions options, OutputStream sink, int fetchCount) {
        if (fetchCount < 1) {
            throw new IllegalArgumentException("fetch count out of range: " + fetchCount);
        }
        return new SlicePrinter(heading, options, sink, fetchCount);
    }

    /** Whether the format can print some rows without knowing the others. */
    private static boolean streams(Format format) {
        return switch (format) {
            case ALIGNED, WRAPPED, ASCIIDOC -> false;
            case CSV, HTML, LATEX, TROFF_MS, UNALIGNED, LATEX_LONGTABLE -> true;
        };
    }
}
