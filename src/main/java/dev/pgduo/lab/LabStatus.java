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
 * @param lab the lab
 * @param picture the state of both nodes
 */
public record LabStatus(Lab lab, PairPicture picture) {
    /**
     * The state of one node.
     *
     * @param name a or b
     * @param state as {@link NodeStatus} prints it
     * @param port the port that it listens on
     * @param pid the postmaster's process id, or null
     * @param timeline the timeline of its WAL, or null when it is not known
     * @param lsn the last position that it wrote or replayed, or null
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

    /** The standby's replication state, sync state and lag in bytes; empty when no standby is connected. */
    public Optional<String> replication() {
        NodePicture primary = picture.of(picture.primary());
        NodePicture standby = picture.of(primary.name().other());
        return primary.answer()
                .filter(answer -> picture.streaming())
                .flatMap(ReplicationState::sender)
                .map(sender -> sender.state() + ", " + sender.sync() + ", " + behind(primary, standby));
    }

    /**
     * The lag as the standby itself reports it, where it can: before 10, the primary hears of the standby's position only now
     * and then.
     */
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
