package dev.pgduo.session.result;

import dev.pgduo.scan.Quoting;
import dev.pgduo.session.query.Description;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.QuerySender;
import dev.pgduo.session.query.ResultUse;
import dev.pgduo.session.query.Rows;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Field;
import java.util.List;
import java.util.stream.Collectors;

/** {@code \gdesc}: the names and types of the columns, without running the query (psql 15: {@code DescribeQuery}). */
public record DescribeColumns() implements ResultUse {
    @Override
    public boolean needsRows() {
        return false;
    }

    @Override
    public boolean piped() {
        return false;
    }

    @Override
    public boolean send(QuerySender sender, String query) throws ConnectionLost {
        Description description = Description.of(sender, query);
        if (description.failed()) {
            return false;
        }
        if (description.fields().isEmpty()) {
            description.tellNoColumns();
            return true;
        }
        return description.show(names(description.fields()));
    }

    private static String names(List<Field> fields) {
        return fields.stream()
                .map(field -> "(" + Quoting.literal(field.name()) + ", '" + Integer.toUnsignedString(field.typeOid())
                        + "'::pg_catalog.oid, " + field.typeModifier() + ")")
                .collect(Collectors.joining(
                        ",",
                        "SELECT name AS \"Column\", pg_catalog.format_type(tp, tpm) AS \"Type\"\nFROM (VALUES ",
                        ") s(name, tp, tpm)"));
    }

    @Override
    public boolean take(Rows rows, Psql psql) {
        return true;
    }
}
