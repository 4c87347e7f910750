package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.WireConnection;
import dev.pgduo.wire.WirePipeline;
import dev.pgduo.wire.WirePipeline.Came;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The session's pipeline: counts sent commands and available results, and fetches and prints results (psql 18:
 * {@code ExecQueryAndProcessResults}). Not thread-safe.
 */
public final class Pipelining {
    private static final String NOT_IN_ONE = "cannot send pipeline when not in pipeline mode";
    private static final String NOT_NOW = "synchronous command execution functions are not allowed in pipeline mode";
    private static final String COPIES = "COPY in a pipeline is not supported, aborting connection";
    private static final int BAD_CONNECTION = 2;

    private final Psql psql;

    /** The texts of the commands, the oldest first. */
    private final Deque<String> queries = new ArrayDeque<>();

    /** The error messages since the connection was last idle; as in libpq, all of them are printed with each new one. */
    private final StringBuilder complaints = new StringBuilder();

    private int syncs;
    private int commands;
    private int results;
    private int wanted;

    Pipelining(Psql psql) {
        this.psql = psql;
    }

    /** Whether a pipeline is open. */
    public boolean on() {
        return pipeline() != null;
    }

    /** Whether a command in it has failed, and no synchronization point was reached since. */
    public boolean aborted() {
        WirePipeline open = pipeline();
        return open != null && open.aborted();
    }

    private @Nullable WirePipeline pipeline() {
        WireConnection connection = psql.connection();
        return connection == null ? null : connection.pipeline();
    }

    /**
     * Refuses a backslash command that is not allowed in a pipeline, and discards given parameters; returns whether it was
     * refused.
     */
    public boolean refuses(String name) {
        if (!on()) {
            return false;
        }
        psql.err("\\" + name + " not allowed in pipeline mode");
        psql.sending(Sending.SIMPLE);
        return true;
    }

    /** Refuses a query of psql's own, which would have to wait for its answer; returns whether it was refused. */
    boolean refusesToWait() {
        WirePipeline open = pipeline();
        if (open == null) {
            return false;
        }
        if (open.idle()) {
            complaints.setLength(0);
        }
        complain(NOT_NOW);
        return true;
    }

    /** The connection was replaced or closed. */
    void reset() {
        queries.clear();
        complaints.setLength(0);
        syncs = 0;
        commands = 0;
        results = 0;
        wanted = 0;
    }

    /** Whether the next query belongs to the pipeline. */
    boolean takes(Sending sending) {
        boolean taken = sending.act() != null || on();
        if (!taken) {
            complaints.setLength(0);
        }
        return taken;
    }

    /** Sends a query in the pipeline, or runs a pipeline command; returns whether nothing has failed. */
    boolean run(WireConnection connection, String query) throws ConnectionLost {
        PipelineAct act = psql.sending().act();
        try {
            return act == null ? sent(query) : done(act, connection);
        } finally {
            variables();
        }
    }

    private boolean sent(String query) throws ConnectionLost {
        WirePipeline open = pipeline();
        if (open != null) {
            if (open.idle()) {
                complaints.setLength(0);
            }
            psql.sending().piped().send(open, query);
            queries.add(query);
            commands++;
        }
        return true;
    }

    private boolean done(PipelineAct act, WireConnection connection) throws ConnectionLost {
        WirePipeline open = connection.pipeline();
        switch (act) {
            case START -> connection.startPipeline();
            case GET_RESULTS -> {
                return got(connection);
            }
            case END, SYNC -> {
                if (open == null) {
                    return complain(NOT_IN_ONE);
                }
                open.sync();
                syncs++;
                makeAvailable();
                return act == PipelineAct.SYNC || ended(connection, open);
            }
            case FLUSH_REQUEST -> {
                if (open != null) {
                    open.requestFlush();
                    makeAvailable();
                }
            }
            case FLUSH -> {
                if (open != null) {
                    open.flush();
                }
                // psql treats libpq's answer as an error.
                tell();
                return false;
            }
        }
        return true;
    }

    private void makeAvailable() {
        results += commands;
        commands = 0;
    }

    private boolean ended(WireConnection connection, WirePipeline open) throws ConnectionLost {
        wanted = results + syncs;
        boolean ok = fetch(open);
        connection.endPipeline();
        return ok;
    }

    private boolean got(WireConnection connection) throws ConnectionLost {
        WirePipeline open = connection.pipeline();
        if (open == null || (results == 0 && syncs == 0)) {
            psql.log().info("No pending results to get");
            tell();
            return false;
        }
        int count = psql.sending().count();
        wanted = count == 0 ? results + syncs : Math.min(count, results + syncs);
        return fetch(open);
    }

    /**
     * Reads and prints the requested number of results; an error before the last synchronization point is not returned as one.
     */
    private boolean fetch(WirePipeline open) throws ConnectionLost {
        boolean chunks = psql.settings().fetchCount() > 0 && psql.variables().on("SHOW_ALL_RESULTS");
        if (chunks && !open.atQuery()) {
            psql.log().warning("fetching results in chunked mode failed");
        }
        Exchange exchange = new Exchange(psql, "");
        boolean synced = false;
        while (wanted > 0) {
            synced = open.atSync();
            if (synced) {
                open.next(exchange);
                exchange.synced();
                syncs--;
                wanted--;
            } else {
                result(open, exchange);
            }
        }
        boolean ok = exchange.end();
        if (synced) {
            ResultVariables.succeeded(psql.variables(), "0");
        }
        return ok;
    }

    private void result(WirePipeline open, Exchange exchange) throws ConnectionLost {
        exchange.about(queries.remove());
        Came came = open.next(exchange);
        results--;
        wanted--;
        switch (came) {
            case PREPARED -> exchange.prepared();
            case COPY -> {
                exchange.end();
                abort();
            }
            case SKIPPED -> {
                exchange.skipped();
                discard(open, exchange);
            }
            case ERROR -> discard(open, exchange);
            default -> {}
        }
    }

    /** Skips the commands after an error, which were not run, up to the next synchronization point. */
    private void discard(WirePipeline open, Exchange exchange) throws ConnectionLost {
        while (wanted > 0 && results > 0 && !open.atSync()) {
            queries.remove();
            open.next(exchange);
            results--;
            wanted--;
        }
    }

    private void abort() {
        wanted = 0;
        psql.log().info(COPIES);
        if (psql.program()) {
            throw new SessionEnd(BAD_CONNECTION);
        }
        psql.markLost();
        psql.connection(null);
    }

    private boolean complain(String words) {
        complaints.append(words).append('\n');
        tell();
        return false;
    }

    private void tell() {
        if (!complaints.isEmpty()) {
            psql.log().info(complaints.toString());
        }
    }

    private void variables() {
        if (psql.connection() != null) {
            psql.variables().set("PIPELINE_SYNC_COUNT", Integer.toString(syncs));
            psql.variables().set("PIPELINE_COMMAND_COUNT", Integer.toString(commands));
            psql.variables().set("PIPELINE_RESULT_COUNT", Integer.toString(results));
        }
    }
}
