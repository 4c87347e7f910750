package dev.pgduo.lab;

import dev.pgduo.cluster.ServerQuery;
import dev.pgduo.cluster.ServerUnavailable;
import dev.pgduo.session.Probe;
import dev.pgduo.session.connection.Endpoint;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The lab's own connection to a node, opened at the first question. Safe for use by several threads. */
public final class LabQueries implements ServerQuery, AutoCloseable {
    private final Supplier<Probe> source;
    private @Nullable Probe probe;

    LabQueries(Endpoint endpoint) {
        this(() -> Probe.open(endpoint));
    }

    private LabQueries(Supplier<Probe> source) {
        this.source = source;
    }

    /** Questions that are given up after a second. */
    static LabQueries brisk(Endpoint endpoint) {
        return new LabQueries(() -> Probe.brisk(endpoint));
    }

    @Override
    public synchronized String scalar(String sql) throws ServerUnavailable {
        try {
            if (probe == null) {
                probe = source.get();
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
        Probe open = probe == null ? source.get() : probe;
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
