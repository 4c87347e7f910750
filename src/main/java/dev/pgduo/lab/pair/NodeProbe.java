package dev.pgduo.lab.pair;

import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import dev.pgduo.version.Capabilities;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries the replication state of one server, through a connection of its own that stays open. For one thread. */
public final class NodeProbe implements AutoCloseable {
    private final String question;
    private final Probe probe;

    /**
     * A probe with this connection, which need not be open yet.
     *
     * @param probe with a short timeout
     */
    public NodeProbe(Probe probe, Capabilities capabilities) {
        this.question = new Question(capabilities).sql();
        this.probe = probe;
    }

    /** The server's answer; empty when there is none in time. */
    public Optional<ReplicationState> ask() {
        List<List<@Nullable String>> rows = rows(question);
        return rows.isEmpty() ? Optional.empty() : Optional.of(Question.read(rows.get(0)));
    }

    /** All rows of a small query; an empty list when the server does not answer. */
    List<List<@Nullable String>> rows(String sql) {
        try {
            return probe.rows(sql);
        } catch (LabException e) {
            close();
            return List.of();
        }
    }

    /** Closes the connection; the next query connects again. */
    @Override
    public void close() {
        probe.close();
    }
}
