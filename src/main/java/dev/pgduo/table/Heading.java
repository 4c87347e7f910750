package dev.pgduo.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column names, the title and the footers of one table.
 *
 * @param title printed above; {@code null} takes the one of the options
 * @param footers lines printed below; when empty, psql's {@code (n rows)} stands there if the options want it
 */
public record Heading(List<Column> columns, @Nullable String title, List<String> footers) {
    public Heading {
        columns = List.copyOf(columns);
        footers = List.copyOf(footers);
    }

    /** The heading of a query's result. */
    public static Heading of(List<Column> columns) {
        return new Heading(columns, null, List.of());
    }

    public Heading withTitle(@Nullable String newTitle) {
        return new Heading(columns, newTitle, footers);
    }

    public Heading withFooters(List<String> newFooters) {
        return new Heading(columns, title, newFooters);
    }
}
