package dev.pgduo.session.meta;

import dev.pgduo.table.HeaderWidth;
import dev.pgduo.table.HeaderWidth.Kind;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code \pset xheader_width}, which psql 16 has added; the list of settings in the style of psql 15 omits it.
 */
final class HeaderWidthWord {
    static final String NAME = "xheader_width";

    /** The first psql that lists it. */
    static final int SINCE = 16;

    static final PrintOption OPTION = new PrintOption(
            (options, value) -> value == null ? options : options.withHeaderWidth(width(value)),
            options -> word(options.headerWidth()),
            options -> "Expanded header width is " + quoted(options.headerWidth()) + ".");

    private HeaderWidthWord() {}

    private static HeaderWidth width(@Nullable String value) {
        return Stream.of(Kind.FULL, Kind.COLUMN, Kind.PAGE)
                .filter(kind -> kind.name().equalsIgnoreCase(value))
                .findFirst()
                .map(kind -> new HeaderWidth(kind, 0))
                .orElseGet(() -> exactly(String.valueOf(value)));
    }

    private static HeaderWidth exactly(String value) {
        int columns = PrintOption.number(value);
        if (columns == 0) {
            throw new IllegalArgumentException(
                    "\\pset: allowed xheader_width values are \"full\" (default), \"column\","
                            + " \"page\", or a number specifying the exact width");
        }
        return HeaderWidth.exactly(columns);
    }

    private static String word(HeaderWidth width) {
        return width.kind() == Kind.EXACT
                ? Integer.toString(width.limit())
                : width.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(HeaderWidth width) {
        return width.kind() == Kind.EXACT ? word(width) : "\"" + word(width) + "\"";
    }
}
