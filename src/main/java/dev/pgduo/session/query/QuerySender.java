package dev.pgduo.session.query;

import dev.pgduo.session.connection.ConnectFailed;
import dev.pgduo.session.connection.ConnectionLost;
import dev.pgduo.session.connection.WireConnection;

/** Sends what is in the query buffer; gets a lost connection back (psql: {@code SendQuery}, {@code CheckConnection}). */
public final class QuerySender {
    private final Psql psql;

    public QuerySender(Psql psql) {
        this.psql = psql;
    }

    /** Whether the query ran without an error. */
    public boolean send(String query) {
        WireConnection connection = psql.connection();
        if (connection == null) {
            psql.err("You are currently not connected to a database.");
            psql.endOfQuery();
            return false;
        }
        Exchange exchange = new Exchange(psql, query);
        try {
            connection.query(query, exchange);
        } catch (ConnectionLost e) {
            psql.output().err(ConnectionLost.WORDS);
            reset(psql);
            return false;
        } finally {
            exchange.end();
            psql.endOfQuery();
        }
        return !exchange.failed();
    }

    /** Connects again after the connection was lost, and says so. */
    static void reset(Psql psql) {
        psql.markLost();
        psql.connection(null);
        String words = "The connection to the server was lost. Attempting reset: ";
        try {
            psql.connection(psql.connector().open(psql.endpoint()));
            psql.err(words + "Succeeded.");
        } catch (ConnectFailed e) {
            psql.err(words + "Failed.");
        }
    }
}
