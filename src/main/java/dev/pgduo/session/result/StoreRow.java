package dev.pgduo.session.result;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.ResultUse;
import dev.pgduo.session.query.Rows;
import org.jspecify.annotations.Nullable;

/**
 * {@code \gset}: stores the only row of the result in variables.
 *
 * @param prefix the prefix of the variables' names
 */
public record StoreRow(String prefix) implements ResultUse {
    @Override
    public boolean mayUseCursor() {
        return true;
    }

    @Override
    public int enough() {
        return 2;
    }

    @Override
    public boolean take(Rows rows, Psql psql) {
        int count = rows.rows().size();
        if (count != 1) {
            psql.err(count < 1 ? "no rows returned for \\gset" : "more than one row returned for \\gset");
            return false;
        }
        for (int i = 0; i < rows.fields().size(); i++) {
            if (!store(prefix + rows.fields().get(i).name(), rows.text(0, i), psql)) {
                return false;
            }
        }
        return true;
    }

    private static boolean store(String variable, @Nullable String value, Psql psql) {
        if (psql.variables().special(variable)) {
            psql.log().warning("attempt to \\gset into specially treated variable \"" + variable + "\" ignored");
            return true;
        }
        if (value == null) {
            psql.variables().unset(variable);
            return true;
        }
        try {
            psql.variables().set(variable, value);
            return true;
        } catch (IllegalArgumentException e) {
            psql.err(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
