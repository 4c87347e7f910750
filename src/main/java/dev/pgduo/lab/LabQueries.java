package dev.pgduo.lab;

import dev.pgduo.cluster.ServerQuery;
import dev.pgduo.cluster.ServerUnavailable;
import dev.pgduo.session.Probe;
import dev.pgduo.session.connection.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lab's own connection to a node, opened at the first question. Safe for use by several threads. */
public final class LabQueries implements ServerQuery, AutoCloseable {
    private final Endpoint endpoint;
    private @Nullable Probe probe;

    LabQueries(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public synchronized String scalar(String sql) throws ServerUnavailable {
        try {
            if (probe == null) {
                probe = Probe.open(endpoint);
            }
            String answer = probe.scalar(sql);
            return answer == null ? "" : answer;
        } catch (RuntimeException e) {
            close();
            throw new ServerUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * All rows of a small result as text.
     *
     * @throws dev.pgduo.report.LabException when the server does not answer or refuses the query
     */
    public synchronized List<List<@Nullable String>> rows(String sql) {
        Probe open = probe == null ? Probe.open(endpoint) : probe;
        probe = open;
        return open.rows(sql);
    }

    @Override
    public synchronized void close() {
        if (probe != null) {
            probe.close();
            probe = null;
        }
    }
}
