package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.pair.NodePicture;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.lab.pair.ReplicationState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of the nodes, as facts for display.
 *
 * @param lab whose nodes
 * @param picture of both
 */
public record LabStatus(Lab lab, PairPicture picture) {
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
        return List.of(row(picture.a()), row(picture.b()));
    }

    /** How the standby is connected: state, sync state, lag in bytes; empty when nothing streams. */
    public Optional<String> replication() {
        NodePicture primary = picture.of(picture.primary());
        NodePicture standby = picture.of(primary.name().other());
        return primary.answer()
                .filter(answer -> picture.streaming())
                .flatMap(ReplicationState::sender)
                .map(sender -> sender.state() + ", " + sender.sync() + ", " + behind(primary, standby));
    }

    /** By the standby's own word where it has one: before 10, its primary hears of it only now and then. */
    private static String behind(NodePicture primary, NodePicture standby) {
        Optional<Lsn> replayed = standby.answer().flatMap(ReplicationState::lsn);
        return primary.answer()
                .flatMap(ReplicationState::lsn)
                .flatMap(written -> replayed.map(lsn -> Math.max(0, written.minus(lsn)) + " bytes behind"))
                .orElse("nothing replayed yet");
    }

    private Row row(NodePicture node) {
        NodeState state = node.state();
        Long pid = state.pid().isPresent() ? Long.valueOf(state.pid().getAsLong()) : null;
        int port = state.port()
                .map(p -> p.number())
                .orElse(lab.state().port(node.name()).number());
        Optional<ReplicationState> answer = node.answer();
        return new Row(
                node.name(),
                state.status(),
                port,
                pid,
                answer.flatMap(said -> node.wal())
                        .map(wal -> Long.toString(wal.end().timeline()))
                        .orElse(null),
                answer.flatMap(ReplicationState::lsn).map(Lsn::toString).orElse(null));
    }
}
