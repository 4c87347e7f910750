package dev.pgduo.session.result;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.QuerySender;
import dev.pgduo.session.query.Request;
import dev.pgduo.session.query.ResultUse;
import dev.pgduo.session.query.Rows;

/** {@code \gexec}: runs each value of the result as a query, row by row. */
public record RunCells() implements ResultUse {
    @Override
    public boolean take(Rows rows, Psql psql) {
        psql.request(Request.PLAIN);
        boolean ok = true;
        for (int row = 0; row < rows.rows().size(); row++) {
            for (int column = 0; column < rows.fields().size(); column++) {
                String query = rows.text(row, column);
                ok &= query == null || run(query, psql);
                if (!ok && psql.variables().on("ON_ERROR_STOP")) {
                    return false;
                }
            }
        }
        return ok;
    }

    private static boolean run(String query, Psql psql) {
        if (psql.variables().is("ECHO", "all") && !psql.variables().on("SINGLESTEP")) {
            psql.output().out(query + "\n");
        }
        return QuerySender.send(psql, query);
    }
}
