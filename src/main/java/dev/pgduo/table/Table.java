package dev.pgduo.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The heading and the options of one table, prepared for the renderers. */
final class Table {
    private final Heading heading;
    private final PrintOptions options;
    private final byte[][] names;

    Table(Heading heading, PrintOptions options) {
        this.heading = heading;
        this.options = options;
        this.names = heading.columns().stream()
                .map(c -> options.encoding().bytes(c.name()))
                .toArray(byte[][]::new);
    }

    PrintOptions options() {
        return options;
    }

    int columns() {
        return names.length;
    }

    /** The column's name, as bytes that may be printed. */
    byte[] name(int column) {
        return names[column];
    }

    boolean right(int column) {
        return heading.columns().get(column).rightAligned();
    }

    /** The border, but not more than the format knows. */
    int border(int most) {
        return Math.min(options.border(), most);
    }

    boolean last(int column) {
        return column == names.length - 1;
    }

    /** The title, unless tuples only are wanted. */
    @Nullable
    String title() {
        if (options.tuplesOnly()) {
            return null;
        }
        return heading.title() != null ? heading.title() : options.title();
    }

    /** The footers that the caller gave; none for tuples only. */
    List<String> givenFooters() {
        return options.tuplesOnly() ? List.of() : heading.footers();
    }

    /** The footers that the caller gave, else {@code (n rows)} (psql: {@code footers_with_default}). */
    List<String> footers(Slice slice) {
        if (options.tuplesOnly() || !heading.footers().isEmpty() || !options.footer()) {
            return givenFooters();
        }
        long rows = slice.before() + slice.cells().rows();
        return List.of(rows == 1 ? "(1 row)" : "(" + rows + " rows)");
    }
}
