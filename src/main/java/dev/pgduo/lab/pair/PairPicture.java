package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import java.util.Comparator;
import java.util.Optional;

/** Both nodes at one moment, and how their histories are related. */
public record PairPicture(NodePicture a, NodePicture b, TimelineRelation relation) {
    /** The state of two nodes; their WAL is not compared. */
    public static PairPicture of(NodePicture a, NodePicture b) {
        return new PairPicture(a, b, TimelineRelation.of(a, b));
    }

    /** The same two nodes, after their WAL turned out to differ on the same timeline. */
    PairPicture diverged() {
        return new PairPicture(a, b, relation.diverged());
    }

    /** The node of this name. */
    public NodePicture of(NodeName name) {
        return name == NodeName.A ? a : b;
    }

    /** Whether one node streams WAL to the other one now. */
    public boolean streaming() {
        return (sends(a) && !sends(b) && b.up()) || (sends(b) && !sends(a) && a.up());
    }

    static boolean sends(NodePicture node) {
        return node.runningPrimary()
                && node.answer()
                        .flatMap(ReplicationState::sender)
                        .filter(sender -> sender.state().equals("streaming")
                                || sender.state().equals("catchup"))
                        .isPresent();
    }

    /** The node whose data are kept when the other one has to follow: the primary by files, timelines and WAL. */
    public NodeName primary() {
        if (usable(a) != usable(b)) {
            return usable(a) ? NodeName.A : NodeName.B;
        }
        if (!usable(a) && a.unstarted() != b.unstarted()) {
            return a.unstarted() ? NodeName.A : NodeName.B;
        }
        if (streaming()) {
            return sends(a) ? NodeName.A : NodeName.B;
        }
        if (a.blank() != b.blank()) {
            return a.blank() ? NodeName.B : NodeName.A;
        }
        return relation.kind() == TimelineRelation.Kind.UNRELATED || relation.kind() == TimelineRelation.Kind.UNKNOWN
                ? byRole()
                : byHistory();
    }

    private static boolean usable(NodePicture node) {
        return !node.empty() && !node.damaged() && !node.unstarted();
    }

    /** The node with more history, as the other node's data are a part of it. */
    private NodeName byHistory() {
        return switch (relation.kind()) {
            case A_BEHIND -> NodeName.B;
            case B_BEHIND -> NodeName.A;
            case SAME -> byRole();
            default -> newer();
        };
    }

    /** The only primary; of two primaries, or none, the one that runs; else a. */
    private NodeName byRole() {
        if (a.standby() != b.standby()) {
            return a.standby() ? NodeName.B : NodeName.A;
        }
        if (a.runningPrimary() != b.runningPrimary()) {
            return a.runningPrimary() ? NodeName.A : NodeName.B;
        }
        if (recovers(a) != recovers(b)) {
            return recovers(a) ? NodeName.B : NodeName.A;
        }
        return b.up() && !a.up() ? NodeName.B : NodeName.A;
    }

    private static boolean recovers(NodePicture node) {
        return node.intent() == Intent.RECOVERY;
    }

    /**
     * The node with the later timeline; then the running primary, then the one with a slot, as standbys were made of it; then
     * the one with the later position.
     */
    private NodeName newer() {
        Comparator<NodePicture> order = Comparator.comparingLong(PairPicture::timeline)
                .thenComparing(NodePicture::runningPrimary)
                .thenComparing(PairPicture::hasSlot)
                .thenComparing(PairPicture::end);
        return order.compare(a, b) >= 0 ? NodeName.A : NodeName.B;
    }

    private static boolean hasSlot(NodePicture node) {
        return node.answer().flatMap(ReplicationState::slot).isPresent();
    }

    static long timeline(NodePicture node) {
        return node.wal().map(wal -> wal.end().timeline()).orElse(0L);
    }

    static Lsn end(NodePicture node) {
        return node.wal().map(wal -> wal.end().lsn()).orElse(new Lsn(0));
    }

    /** The number of WAL bytes that a node has after the last position that both have. */
    public Optional<Long> own(NodeName node) {
        return relation.common()
                .filter(common -> of(node).wal().isPresent())
                .map(common -> Math.max(0, end(of(node)).minus(common)));
    }

    /**
     * Whether a stopped standby would, once started, overwrite WAL of its own with its primary's: both are on one timeline, and
     * the server does not notice that they have diverged.
     */
    public boolean wouldMixHistories(NodeName name) {
        NodePicture node = of(name);
        NodePicture other = of(name.other());
        return !node.up()
                && node.standby()
                && other.runningPrimary()
                && relation.kind() == TimelineRelation.Kind.FORKED
                && timeline(node) == timeline(other);
    }

    /**
     * Whether a running standby has lost its signal file, so that its next start would make it a second primary of the same
     * cluster.
     */
    public boolean wouldRestartAsSecondPrimary(NodeName name) {
        NodePicture node = of(name);
        return node.up()
                && node.standby()
                && node.files().intent() == Intent.PRIMARY
                && of(name.other()).runningPrimary();
    }

    /**
     * Whether starting a node in its present state would give the pair two histories, because the other node has continued as a
     * primary without it.
     */
    public boolean leftBehind(NodeName name) {
        return wouldBeSecondPrimary(name) || wouldRestartAsSecondPrimary(name) || wouldMixHistories(name);
    }

    /** Whether a stopped node would, once started, be a second primary of the same cluster. */
    public boolean wouldBeSecondPrimary(NodeName name) {
        NodePicture node = of(name);
        NodePicture other = of(name.other());
        boolean one = node.cluster().isPresent()
                && other.cluster().isPresent()
                && relation.kind() != TimelineRelation.Kind.UNRELATED;
        boolean meant = node.standby() || node.intent() == Intent.RECOVERY;
        if (!one || node.up() || meant || other.blank()) {
            return false;
        }
        return other.runningPrimary() || (!other.standby() && primary() != name);
    }
}
