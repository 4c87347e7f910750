package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.WireConnection;
import java.util.List;

/** How the next query goes to the server (psql 18: {@code PSQL_SEND_MODE}). */
@FunctionalInterface
public interface Sending {
    /** As it is. */
    Sending SIMPLE = (connection, query, handler) -> connection.query(query, handler);

    /** Sends it and hands the answer to the handler. */
    void send(WireConnection connection, String query, ResponseHandler handler) throws ConnectionLost;

    /** With parameters ({@code \bind}). */
    static Sending bound(List<String> parameters) {
        List<String> values = List.copyOf(parameters);
        return (connection, query, handler) -> connection.query(query, values, handler);
    }

    /** Only to be prepared ({@code \parse}). */
    static Sending parsed(String name) {
        return (connection, query, handler) -> connection.parse(name, query, handler);
    }

    /** A prepared statement in place of the query ({@code \bind_named}). */
    static Sending named(String name, List<String> parameters) {
        List<String> values = List.copyOf(parameters);
        return (connection, query, handler) -> connection.execute(name, values, handler);
    }

    /** The end of a prepared statement in place of the query ({@code \close_prepared}). */
    static Sending closed(String name) {
        return (connection, query, handler) -> connection.close(name, handler);
    }
}
