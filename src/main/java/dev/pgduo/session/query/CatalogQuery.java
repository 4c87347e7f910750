package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Field;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.WireConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The queries of backslash commands on the session's connection (psql 15: {@code PSQLexec}). They are printed according to
 * ECHO_HIDDEN; answers are kept in memory, and errors are printed as psql does. Not thread-safe.
 */
public final class CatalogQuery implements ResponseHandler {
    private static final String ECHO = "ECHO_HIDDEN";

    private final Psql psql;
    private final String sql;
    private final List<Answer> answers = new ArrayList<>();
    private List<Field> fields = List.of();
    private List<byte[] @Nullable []> rows = new ArrayList<>();
    private final boolean briefly;
    private boolean failed;

    private CatalogQuery(Psql psql, String sql, boolean briefly) {
        this.psql = psql;
        this.sql = sql;
        this.briefly = briefly;
    }

    /** The answers to these statements in order, with one round trip; empty when one of them has failed. */
    public static Optional<List<Answer>> ask(Psql psql, List<String> statements) {
        return ask(psql, statements, false);
    }

    /** The answer to one statement; of an error only the message is printed, because nobody has typed the statement. */
    public static Optional<Answer> askBriefly(Psql psql, String statement) {
        return ask(psql, List.of(statement), true).map(answers -> answers.get(0));
    }

    private static Optional<List<Answer>> ask(Psql psql, List<String> statements, boolean briefly) {
        WireConnection connection = psql.connection();
        if (connection == null) {
            psql.err("You are currently not connected to a database.");
            return Optional.empty();
        }
        if (!echo(psql, statements)) {
            return Optional.empty();
        }
        if (psql.pipelining().refusesToWait()) {
            return Optional.empty();
        }
        CatalogQuery query = new CatalogQuery(psql, String.join(";\n", statements), briefly);
        try {
            connection.query(query.sql, query);
        } catch (ConnectionLost e) {
            psql.output().err(ConnectionLost.WORDS);
            QuerySender.lost(psql);
            return Optional.empty();
        }
        psql.cancellation().takeUntold();
        return query.failed ? Optional.empty() : Optional.of(query.answers);
    }

    /** Prints the statements according to ECHO_HIDDEN; returns whether they are also to be run. */
    private static boolean echo(Psql psql, List<String> statements) {
        String value = psql.variables().value(ECHO).orElse("off");
        boolean noexec = value.equalsIgnoreCase("noexec");
        if (noexec || Words.bool(value).orElse(false)) {
            for (String statement : statements) {
                psql.output().out("********* QUERY **********\n" + statement + "\n**************************\n\n");
            }
        }
        return !noexec;
    }

    @Override
    public void fields(List<Field> described) {
        fields = described;
        rows = new ArrayList<>();
    }

    @Override
    public void row(byte[] @Nullable [] values) {
        rows.add(values);
    }

    @Override
    public void complete(String tag) {
        answers.add(new Answer(fields, rows));
    }

    @Override
    public void error(ServerMessage error) {
        failed = true;
        if (briefly) {
            psql.err(error.severity() + ":  " + error.message());
        } else {
            psql.failure(error, sql);
        }
    }

    @Override
    public void notice(ServerMessage notice) {
        psql.notice(notice, sql);
    }
}
