package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Field;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.WireConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query of psql's own, whose result is not printed; errors and notices are (libpq: {@code PQexec}). */
public final class SilentQuery implements ResponseHandler {
    private final Psql psql;
    private final String query;
    private final List<byte[] @Nullable []> rows = new ArrayList<>();
    private List<Field> fields = List.of();
    private boolean told = true;
    private boolean failed;

    private SilentQuery(Psql psql, String query) {
        this.psql = psql;
        this.query = query;
    }

    /** The result, empty for a command; null after an error, which was printed. */
    public static @Nullable Rows run(Psql psql, WireConnection connection, String query) throws ConnectionLost {
        if (psql.pipelining().refusesToWait()) {
            return null;
        }
        SilentQuery silent = new SilentQuery(psql, query);
        try {
            connection.query(query, silent);
        } catch (ConnectionLost e) {
            tellLost(psql);
            throw e;
        }
        return silent.failed ? null : new Rows(silent.fields, silent.rows);
    }

    /** Runs a command; returns whether it succeeded, and prints nothing. */
    public static boolean tried(Psql psql, WireConnection connection, String command) throws ConnectionLost {
        SilentQuery silent = new SilentQuery(psql, command);
        silent.told = false;
        connection.query(command, silent);
        return !silent.failed;
    }

    /** The result of a query; null after an error, which is not printed. */
    public static @Nullable Rows quietly(Psql psql, WireConnection connection, String question) throws ConnectionLost {
        if (psql.pipelining().on()) {
            return null;
        }
        SilentQuery silent = new SilentQuery(psql, question);
        silent.told = false;
        connection.query(question, silent);
        return silent.failed ? null : new Rows(silent.fields, silent.rows);
    }

    /** Reports that the connection was lost during a query. */
    static void tellLost(Psql psql) {
        psql.log().info(ConnectionLost.WORDS);
        ResultVariables.failed(psql.variables(), "", "");
    }

    @Override
    public void fields(List<Field> described) {
        fields = described;
    }

    @Override
    public void row(byte[] @Nullable [] values) {
        rows.add(values);
    }

    @Override
    public void complete(String tag) {}

    @Override
    public void error(ServerMessage error) {
        failed = true;
        if (told) {
            psql.failure(error, query);
        }
    }

    @Override
    public void notice(ServerMessage notice) {
        psql.notice(notice, query);
    }
}
