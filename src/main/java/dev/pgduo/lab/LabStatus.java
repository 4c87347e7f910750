package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeState;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.ServerUnavailable;
import dev.pgduo.cluster.version.Capabilities;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the nodes are doing now, as facts for a person. */
public final class LabStatus {
    private final Lab lab;
    private final Capabilities capabilities;

    public LabStatus(Lab lab) {
        this.lab = lab;
        this.capabilities = lab.capabilities();
    }

    /**
     * One node.
     *
     * @param name a or b
     * @param state as {@link NodeStatus} prints it
     * @param port what it listens on
     * @param pid of the postmaster, or null
     * @param timeline of its WAL, or null when nobody can be asked
     * @param lsn the last place that it wrote or replayed, or null
     */
    public record Row(
            NodeName name,
            NodeStatus state,
            int port,
            @Nullable Long pid,
            @Nullable String timeline,
            @Nullable String lsn) {}

    /** Both nodes, a first. */
    public List<Row> nodes() {
        return lab.nodes().stream().map(node -> row(node.name())).toList();
    }

    /** How the standby is connected, in the primary's words: state, sync state, lag in bytes; empty when nobody is. */
    public Optional<String> replication() {
        return lab.withRole(NodeStatus.RUNNING_PRIMARY)
                .flatMap(primary -> ask(primary, """
                select format('%%s, %%s, %%s', state, sync_state,
                         coalesce(%s(%s(), %s) || ' bytes behind', 'nothing replayed yet'))
                from pg_stat_replication where application_name in ('a', 'b') limit 1""".formatted(
                                capabilities.walFunction("pg_wal_lsn_diff"),
                                capabilities.walFunction("pg_current_wal_lsn"),
                                capabilities.statReplicationColumn("replay_lsn"))));
    }

    private Row row(NodeName name) {
        NodeState state = lab.node(name).status();
        Long pid = state.pid().isPresent() ? Long.valueOf(state.pid().getAsLong()) : null;
        int port =
                state.port().map(p -> p.number()).orElse(lab.state().port(name).number());
        if (!state.status().running()) {
            return new Row(name, state.status(), port, pid, null, null);
        }
        boolean standby = state.status() == NodeStatus.RUNNING_STANDBY;
        String function = capabilities.walFunction(standby ? "pg_last_wal_replay_lsn" : "pg_current_wal_lsn");
        return new Row(
                name,
                state.status(),
                port,
                pid,
                ask(name, timelineQuestion(standby)).orElse(null),
                ask(name, "select " + function + "()").orElse(null));
    }

    /** A primary's timeline is in its WAL files' names at once, in its control file only after a checkpoint. */
    private String timelineQuestion(boolean standby) {
        return standby
                ? "select coalesce((select received_tli from pg_stat_wal_receiver),"
                        + " (select min_recovery_end_timeline from pg_control_recovery()))"
                : "select ('x' || left(" + capabilities.walFunction("pg_walfile_name") + "("
                        + capabilities.walFunction("pg_current_wal_lsn") + "()), 8))::bit(32)::int";
    }

    private Optional<String> ask(NodeName node, String sql) {
        try {
            return Optional.of(lab.query(node).scalar(sql)).filter(answer -> !answer.isEmpty());
        } catch (ServerUnavailable e) {
            return Optional.empty();
        }
    }
}
