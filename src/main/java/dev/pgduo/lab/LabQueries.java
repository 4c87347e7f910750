package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.ServerQuery;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import dev.pgduo.wire.Endpoint;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lab's own connection to a node, opened at the first query. Safe for use by several threads. */
public final class LabQueries implements ServerQuery, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LabQueries.class);

    private final Supplier<Endpoint> endpoint;
    private final Supplier<Probe> source;
    private final Supplier<@Nullable String> hint;
    private @Nullable Probe probe;
    private @Nullable Endpoint connected;

    /**
     * A connection to a server.
     *
     * @param endpoint the server's address; asked for before each query, as the port may change
     * @param source makes the connection
     * @param hint asked after a query that failed: the HINT, or null
     */
    public LabQueries(Supplier<Endpoint> endpoint, Supplier<Probe> source, Supplier<@Nullable String> hint) {
        this.endpoint = endpoint;
        this.source = source;
        this.hint = hint;
    }

    @Override
    public synchronized String scalar(String sql) throws ServerUnavailable {
        try {
            String answer = opened().scalar(sql);
            return answer == null ? "" : answer;
        } catch (RuntimeException e) {
            close();
            throw new ServerUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The first value of the first row, or an empty text.
     *
     * @throws LabException with a HINT when the server does not answer or refuses the query
     */
    public synchronized String ask(String sql) {
        return answered(() -> {
            String answer = opened().scalar(sql);
            return answer == null ? "" : answer;
        });
    }

    /**
     * All rows of a small result as text.
     *
     * @throws LabException with a HINT when the server does not answer or refuses the query
     */
    public synchronized List<List<@Nullable String>> rows(String sql) {
        return answered(() -> opened().rows(sql));
    }

    private Probe opened() {
        Endpoint now = endpoint.get();
        if (!now.equals(connected)) {
            close();
        }
        Probe open = probe == null ? source.get() : probe;
        probe = open;
        connected = now;
        return open;
    }

    private <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (LabException e) {
            if (e.report().hint() != null) {
                throw e;
            }
            throw new LabException(e.report().hint(hint.get()), e);
        }
    }

    /** Closes this connection, and ends the others that pgduo has to this server, as the status bar's. */
    @Override
    public synchronized void release() {
        try {
            opened().rows("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and application_name = '" + Probe.NAME + "'");
        } catch (LabException e) {
            // A server that does not answer has no connections of the lab to end.
            LOG.debug("did not end the lab's connections", e);
        } finally {
            close();
        }
    }

    @Override
    public synchronized void close() {
        if (probe != null) {
            probe.close();
            probe = null;
        }
    }
}
