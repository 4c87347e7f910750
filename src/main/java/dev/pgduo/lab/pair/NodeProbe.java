package dev.pgduo.lab.pair;

import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import dev.pgduo.version.Capabilities;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks one server what it says of itself, through a connection of its own that stays open. For one thread. */
public final class NodeProbe implements AutoCloseable {
    private final String question;
    private final Probe probe;

    /**
     * Asks through this connection, which need not be open yet.
     *
     * @param probe one that gives up soon
     */
    public NodeProbe(Probe probe, Capabilities capabilities) {
        this.question = new Question(capabilities).sql();
        this.probe = probe;
    }

    /** The server's answer; empty when it does not give one in time. */
    public Optional<ReplicationState> ask() {
        List<List<@Nullable String>> rows = rows(question);
        return rows.isEmpty() ? Optional.empty() : Optional.of(Question.read(rows.get(0)));
    }

    /** All rows of a small query; none when the server does not answer. */
    List<List<@Nullable String>> rows(String sql) {
        try {
            return probe.rows(sql);
        } catch (LabException e) {
            close();
            return List.of();
        }
    }

    /** Lets go of the server; the next question connects again. */
    @Override
    public void close() {
        probe.close();
    }
}
