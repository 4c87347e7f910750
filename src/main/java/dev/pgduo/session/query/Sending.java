package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.WireConnection;
import dev.pgduo.wire.WirePipeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the next query goes to the server (psql 18: {@code PSQL_SEND_MODE}).
 *
 * @param now sends it and passes the answer to the handler
 * @param piped sends it in a pipeline
 * @param kind how the query is used
 * @param act the pipeline command in place of the query; null for none
 * @param count the number of results to fetch from the pipeline; 0 for all
 */
public record Sending(
        Now now, Piped piped, Kind kind, @Nullable PipelineAct act, int count) {
    /** The uses of the query. */
    private enum Kind {
        RUN,
        RUN_BOUND,
        PREPARED
    }

    /** Sends one query and reads its answer. */
    @FunctionalInterface
    interface Now {
        void send(WireConnection connection, String query, ResponseHandler handler) throws ConnectionLost;
    }

    /** Sends one query of a pipeline. */
    @FunctionalInterface
    interface Piped {
        void send(WirePipeline pipeline, String query) throws ConnectionLost;
    }

    /** The query with the simple protocol. */
    public static final Sending SIMPLE = of(
            (connection, query, handler) -> connection.query(query, handler),
            (pipeline, query) -> pipeline.query(query, List.of()),
            Kind.RUN);

    private static Sending of(Now now, Piped piped, Kind kind) {
        return new Sending(now, piped, kind, null, 0);
    }

    /** The query with parameters ({@code \bind}). */
    public static Sending bound(List<String> parameters) {
        List<String> values = List.copyOf(parameters);
        return of(
                (connection, query, handler) -> connection.query(query, values, handler),
                (pipeline, query) -> pipeline.query(query, values),
                Kind.RUN_BOUND);
    }

    /** The query is only prepared ({@code \parse}). */
    public static Sending parsed(String name) {
        return of(
                (connection, query, handler) -> connection.parse(name, query, handler),
                (pipeline, query) -> pipeline.parse(name, query),
                Kind.PREPARED);
    }

    /** A prepared statement is run in place of the query ({@code \bind_named}). */
    public static Sending named(String name, List<String> parameters) {
        List<String> values = List.copyOf(parameters);
        return of(
                (connection, query, handler) -> connection.execute(name, values, handler),
                (pipeline, query) -> pipeline.execute(name, values),
                Kind.RUN_BOUND);
    }

    /** A prepared statement is closed in place of the query ({@code \close_prepared}). */
    public static Sending closed(String name) {
        return of(
                (connection, query, handler) -> connection.close(name, handler),
                (pipeline, query) -> pipeline.close(name),
                Kind.PREPARED);
    }

    /**
     * A pipeline command in place of the query.
     *
     * @param count the number of results to fetch; 0 for all
     */
    public static Sending act(PipelineAct act, int count) {
        return new Sending(SIMPLE.now, SIMPLE.piped, Kind.RUN, act, count);
    }

    /** Whether parameters were given, even none. */
    public boolean bound() {
        return kind == Kind.RUN_BOUND;
    }

    /** Whether results of the pipeline are fetched. */
    boolean fetches() {
        return act == PipelineAct.END || act == PipelineAct.GET_RESULTS;
    }

    /** Whether the answer has only success or failure. */
    boolean prepares() {
        return kind == Kind.PREPARED;
    }
}
