package dev.pgduo.session;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.Timeouts;
import dev.pgduo.wire.WireConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection for the lab's own queries. It connects at the first query, and again after a lost connection; its timeouts are
 * short, and it prints nothing. Thread-safe: one query at a time.
 */
public final class Probe implements AutoCloseable {
    /** The application_name of every such connection. */
    public static final String NAME = "pgduo probe";

    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final Timeouts SHORT_TIMEOUTS = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final Map<String, String> PARAMETERS =
            Map.of("application_name", NAME, "client_encoding", "UTF8", "datestyle", "ISO");

    /** The class of the SQLSTATEs for a refused password or user. */
    private static final String INVALID_AUTHORIZATION = "28";

    private final Endpoint endpoint;
    private final Timeouts timeouts;
    private final @Nullable Path door;
    private final Map<String, String> parameters;
    private @Nullable WireConnection connection;

    private Probe(Endpoint endpoint, Timeouts timeouts, @Nullable Path door, Map<String, String> parameters) {
        this.endpoint = endpoint;
        this.timeouts = timeouts;
        this.door = door;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * The answer to a query.
     *
     * @param columns the columns' names
     * @param rows the values as text
     */
    public record Answer(List<String> columns, List<List<@Nullable String>> rows) {}

    /** A probe for this server, which need not run yet. */
    public static Probe open(Endpoint endpoint) {
        return new Probe(endpoint, TIMEOUTS, null, PARAMETERS);
    }

    /** A probe with a timeout of one second, for background threads. */
    public Probe withShortTimeout() {
        return new Probe(endpoint, SHORT_TIMEOUTS, door, parameters);
    }

    /** A probe that connects through the socket in this directory when the server refuses the endpoint's password. */
    public Probe orThrough(Path sockets) {
        return new Probe(endpoint, timeouts, sockets, parameters);
    }

    /**
     * A probe for queries from other sources: in read-only transactions, which the server ends after this time, less than 5 s.
     */
    public Probe onlyReading(Duration limit) {
        Map<String, String> careful = new TreeMap<>(parameters);
        careful.put("statement_timeout", Long.toString(limit.toMillis()));
        careful.put("default_transaction_read_only", "on");
        return new Probe(endpoint, timeouts, door, careful);
    }

    /**
     * The first value of the first row, or null for SQL NULL and for no row.
     *
     * @throws LabException when the server does not answer or refuses the query
     */
    public @Nullable String scalar(String sql) {
        List<List<@Nullable String>> rows = rows(sql);
        return rows.isEmpty() || rows.get(0).isEmpty() ? null : rows.get(0).get(0);
    }

    /**
     * All rows as text.
     *
     * @throws LabException when the server does not answer or refuses the query
     */
    public List<List<@Nullable String>> rows(String sql) {
        return answer(sql).rows();
    }

    /**
     * All rows as text, with the columns' names.
     *
     * @throws LabException when the server does not answer or refuses the query
     */
    public synchronized Answer answer(String sql) {
        boolean fresh = connection == null;
        try {
            return ask(sql);
        } catch (ConnectionLost e) {
            close();
            if (fresh) {
                throw lost(e);
            }
        }
        try {
            return ask(sql);
        } catch (ConnectionLost e) {
            close();
            throw lost(e);
        }
    }

    /** Whether the server accepts connections and answers now. */
    public boolean answers() {
        try {
            return "1".equals(scalar("select 1"));
        } catch (LabException e) {
            return false;
        }
    }

    private Answer ask(String sql) throws ConnectionLost {
        WireConnection wire = connected();
        ProbeAnswer answer = new ProbeAnswer();
        wire.query(sql, answer);
        return answer.answer();
    }

    private WireConnection open() throws ConnectFailed {
        try {
            return WireConnection.open(endpoint, parameters, timeouts);
        } catch (ConnectFailed e) {
            if (door == null || !String.valueOf(e.sqlState()).startsWith(INVALID_AUTHORIZATION)) {
                throw e;
            }
            return WireConnection.open(endpoint.withHost(door.toString()), parameters, timeouts);
        }
    }

    private WireConnection connected() {
        WireConnection wire = connection;
        try {
            if (wire == null) {
                wire = open();
                connection = wire;
            }
            return wire;
        } catch (ConnectFailed e) {
            throw new LabException(ErrorReport.error(e.words()), e);
        }
    }

    private static LabException lost(ConnectionLost e) {
        return new LabException(ErrorReport.error(ConnectionLost.WORDS.strip()), e);
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
