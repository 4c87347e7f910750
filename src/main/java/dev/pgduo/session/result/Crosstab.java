package dev.pgduo.session.result;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.ResultUse;
import dev.pgduo.session.query.Rows;
import java.util.List;
import java.util.Optional;

/**
 * {@code \crosstabview}: the values of one column are the row headers, those of another one the column headers (psql 15:
 * {@code crosstabview.c}).
 *
 * @param arguments columns by name or number: row headers, column headers, data, sort order of the column headers
 */
public record Crosstab(List<String> arguments) implements ResultUse {
    private static final int MOST_COLUMNS = 1600;

    public Crosstab {
        arguments = List.copyOf(arguments);
    }

    @Override
    public boolean take(Rows rows, Psql psql) {
        try {
            CrosstabColumns columns = CrosstabColumns.of(arguments, rows.fields());
            CrosstabHeaders across = CrosstabHeaders.of(rows, columns.across(), columns.order());
            if (across.count() > MOST_COLUMNS) {
                throw new IllegalArgumentException(
                        "\\crosstabview: maximum number of columns (" + MOST_COLUMNS + ") exceeded");
            }
            CrosstabHeaders down = CrosstabHeaders.of(rows, columns.down(), Optional.empty());
            return new CrosstabGrid(rows, columns, down, across).print(psql);
        } catch (IllegalArgumentException e) {
            psql.err(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
