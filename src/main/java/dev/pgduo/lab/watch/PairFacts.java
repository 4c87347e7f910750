package dev.pgduo.lab.watch;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.lab.pair.ReplicationState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The last known state of both nodes. */
public record PairFacts(NodeFacts a, NodeFacts b) {
    /** The node of this name. */
    public NodeFacts of(NodeName name) {
        return name == NodeName.A ? a : b;
    }

    /** The same pair with a new state of one node. */
    public PairFacts with(NodeFacts seen) {
        return seen.name() == NodeName.A ? new PairFacts(seen, b) : new PairFacts(a, seen);
    }

    /** Both nodes and the relation of their histories; empty until each was inspected. */
    public Optional<PairPicture> picture() {
        return a.picture().flatMap(left -> b.picture().map(right -> PairPicture.of(left, right)));
    }

    /** Whether both nodes accept writes, each with a history of its own. */
    public boolean split() {
        return a.primary() && b.primary();
    }

    /** The only primary; empty when there is none or more than one. */
    public Optional<NodeFacts> primary() {
        List<NodeFacts> primaries =
                List.of(a, b).stream().filter(NodeFacts::primary).toList();
        return primaries.size() == 1 ? Optional.of(primaries.get(0)) : Optional.empty();
    }

    /** The slot on the primary; empty when no running primary answers, or it has none. */
    public Optional<ReplicationState.Slot> slot() {
        return primary().flatMap(NodeFacts::answer).flatMap(ReplicationState::slot);
    }

    /** The replication between the nodes; empty with two primaries, and when no standby has been set up. */
    public Optional<Link> link() {
        if (split() || (!a.standby() && !b.standby() && slot().isEmpty())) {
            return Optional.empty();
        }
        NodeFacts source = primary().orElse(a.standby() ? b : a);
        NodeFacts target = of(source.name().other());
        return source.answer()
                .flatMap(ReplicationState::sender)
                .map(sender -> flowing(source, target, sender))
                .or(() -> broken(source, target));
    }

    private static Link flowing(NodeFacts source, NodeFacts target, ReplicationState.Sender sender) {
        Link.State state = sender.state().equals("streaming") ? Link.State.STREAMING : Link.State.CATCHUP;
        long behind = unreplayed(source, target, sender);
        return new Link(
                source.name(),
                state,
                sender.state(),
                sender.sync(),
                OptionalLong.of(behind),
                behind == 0 ? 0 : sender.seconds());
    }

    /**
     * The bytes that are not replayed: 0 when the standby itself reports so, as before 10 its primary hears of it only now and
     * then.
     */
    private static long unreplayed(NodeFacts source, NodeFacts target, ReplicationState.Sender sender) {
        OptionalLong gap = gap(source, target);
        return gap.isPresent() && gap.getAsLong() == 0 ? 0 : sender.replay();
    }

    private static Optional<Link> broken(NodeFacts source, NodeFacts target) {
        if (target.status() == NodeStatus.EMPTY) {
            return Optional.empty();
        }
        return Optional.of(
                new Link(source.name(), Link.State.BROKEN, reason(source, target), "", gap(source, target), 0));
    }

    private static String reason(NodeFacts source, NodeFacts target) {
        if (!source.primary()) {
            return "no primary";
        }
        return target.standby() ? "not streaming" : "standby down";
    }

    private static OptionalLong gap(NodeFacts source, NodeFacts target) {
        Optional<Lsn> ahead = source.answer().flatMap(ReplicationState::lsn);
        Optional<Lsn> behind = target.answer().flatMap(ReplicationState::lsn);
        return ahead.isPresent() && behind.isPresent()
                ? OptionalLong.of(Math.max(0, ahead.get().minus(behind.get())))
                : OptionalLong.empty();
    }
}
