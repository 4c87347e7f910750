package dev.pgduo.session;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.connection.ConnectFailed;
import dev.pgduo.session.connection.ConnectionLost;
import dev.pgduo.session.connection.Endpoint;
import dev.pgduo.session.connection.Timeouts;
import dev.pgduo.session.connection.WireConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small connection for the lab's own questions. It connects at the first question and again when the server has
 * been away; it waits briefly and prints nothing. Thread-safe: one question at a time.
 */
public final class Probe implements AutoCloseable {
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final Timeouts BRISK = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final Map<String, String> PARAMETERS =
            Map.of("application_name", "pgduo probe", "client_encoding", "UTF8", "datestyle", "ISO");

    private final Endpoint endpoint;
    private final Timeouts timeouts;
    private @Nullable WireConnection connection;

    private Probe(Endpoint endpoint, Timeouts timeouts) {
        this.endpoint = endpoint;
        this.timeouts = timeouts;
    }

    /** A probe for this server, which need not run yet. */
    public static Probe open(Endpoint endpoint) {
        return new Probe(endpoint, TIMEOUTS);
    }

    /** A probe that gives up after a second: for a background that would rather say that nobody answers. */
    public static Probe brisk(Endpoint endpoint) {
        return new Probe(endpoint, BRISK);
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
    public synchronized List<List<@Nullable String>> rows(String sql) {
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

    /** Whether the server takes connections and answers now. */
    public boolean answers() {
        try {
            return "1".equals(scalar("select 1"));
        } catch (LabException e) {
            return false;
        }
    }

    private List<List<@Nullable String>> ask(String sql) throws ConnectionLost {
        WireConnection wire = connected();
        ProbeAnswer answer = new ProbeAnswer();
        wire.query(sql, answer);
        return answer.rows();
    }

    private WireConnection connected() {
        WireConnection wire = connection;
        try {
            if (wire == null) {
                wire = WireConnection.open(endpoint, PARAMETERS, timeouts);
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
