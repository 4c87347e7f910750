package dev.pgduo.session.query;

import dev.pgduo.table.Column;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.Format;
import dev.pgduo.table.Heading;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.table.Printers;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.TransactionStatus;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A query whose rows are fetched and printed FETCH_COUNT at a time (psql 15: {@code ExecQueryUsingCursor}). */
final class CursorQuery {
    private final Psql psql;
    private final WireConnection connection;
    private final Request request;
    private final Results results;
    private @Nullable OutputPrinter printer;
    private OutputStream printed = OutputStream.nullOutputStream();
    private long total;

    CursorQuery(Psql psql, WireConnection connection) {
        this.psql = psql;
        this.connection = connection;
        this.request = psql.request();
        this.results = new Results(psql, request);
    }

    /** Runs the query; returns whether nothing has failed. */
    boolean run(String query) throws ConnectionLost {
        boolean own = connection.status() == TransactionStatus.IDLE;
        if (own && silent("BEGIN") == null) {
            return false;
        }
        Rows declared = noted("DECLARE _psql_cursor NO SCROLL CURSOR FOR\n" + query);
        // As in psql, a second statement with rows after the first one ends the query without a message.
        boolean ok = declared != null && declared.fields().isEmpty() && fetch();
        if (ok && !request.use().needsRows()) {
            ResultVariables.succeeded(psql.variables(), Long.toString(total));
        }
        return close(ok, own);
    }

    private boolean close(boolean ok, boolean own) throws ConnectionLost {
        boolean closed = ok ? silent("CLOSE _psql_cursor") != null : quiet("CLOSE _psql_cursor");
        if (own) {
            boolean ended = silent(ok && closed ? "COMMIT" : "ROLLBACK") != null;
            return ok && closed && ended;
        }
        return ok && closed;
    }

    private boolean fetch() throws ConnectionLost {
        boolean whole = request.use().needsRows();
        int count = whole ? request.use().enough() : psql.settings().fetchCount();
        String fetch = "FETCH FORWARD " + count + " FROM _psql_cursor";
        Rows rows = noted(fetch);
        if (rows != null && whole) {
            boolean taken = request.use().take(rows, psql);
            if (taken) {
                ResultVariables.succeeded(
                        psql.variables(), Long.toString(rows.rows().size()));
            }
            return taken;
        }
        while (rows != null && print(rows) && rows.rows().size() >= count) {
            rows = noted(fetch);
        }
        return finish(rows != null);
    }

    private boolean print(Rows rows) {
        try {
            total += rows.rows().size();
            if (printer == null) {
                OutputStream target = results.target();
                if (target == null && request.target() != null) {
                    results.fail();
                    return false;
                }
                printed = results.table(target);
                printer = open(rows, printed);
            }
            ShownCells.of(psql.host(), rows.fields()).print(rows.rows(), printer);
            printer.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private OutputPrinter open(Rows first, OutputStream stream) {
        Heading heading = Heading.of(first.fields().stream()
                .map(field -> Column.of(field.name(), field.typeOid()))
                .toList());
        int count = psql.settings().fetchCount();
        boolean whole = first.rows().size() < count || !psql.target().isStandard();
        return Printers.chunked(
                heading, whole ? psql.target().options() : decided(psql.target().options()), stream, count);
    }

    /** The options for all parts: whether the output is expanded is decided once. */
    private static PrintOptions decided(PrintOptions options) {
        boolean widths = options.format() == Format.ALIGNED || options.format() == Format.WRAPPED;
        return widths && options.expanded() == Expanded.AUTO ? options.withExpanded(Expanded.ON) : options;
    }

    private boolean finish(boolean complete) {
        try {
            if (printer != null && complete) {
                printer.finish();
            }
            printed.close();
        } catch (IOException e) {
            results.fail();
        }
        results.close();
        return complete && results.ok();
    }

    /** Runs the user's own query; an error also sets the variables. */
    private @Nullable Rows noted(String sql) throws ConnectionLost {
        Rows rows = silent(sql);
        Psql.LastError last = psql.lastError();
        if (rows == null && last != null) {
            ResultVariables.failed(psql.variables(), last.error());
        }
        return rows;
    }

    private @Nullable Rows silent(String sql) throws ConnectionLost {
        return SilentQuery.run(psql, connection, sql);
    }

    /** Runs a statement after an error without a message, as the transaction is aborted. */
    private boolean quiet(String sql) throws ConnectionLost {
        connection.query(sql, new Ignored());
        return false;
    }
}
