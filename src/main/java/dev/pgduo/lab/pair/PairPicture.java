package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import java.util.Comparator;
import java.util.Optional;

/** Both nodes at one moment, and how their histories are related. */
public record PairPicture(NodePicture a, NodePicture b, TimelineRelation relation) {
    /** The picture of these two nodes, by what is known of each; what is in their logs is not compared. */
    public static PairPicture of(NodePicture a, NodePicture b) {
        return new PairPicture(a, b, TimelineRelation.of(a, b));
    }

    /** The same two nodes, which have turned out to differ on the timeline that they share. */
    PairPicture diverged() {
        return new PairPicture(a, b, relation.diverged());
    }

    /** The node of this name. */
    public NodePicture of(NodeName name) {
        return name == NodeName.A ? a : b;
    }

    /** Whether one node sends its log to the other one now. */
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

    /** The node whose data stay when the other one has to follow it: the primary by files, timelines and what is in the logs. */
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

    /** What is a beginning of the other one's history can be had again. */
    private NodeName byHistory() {
        return switch (relation.kind()) {
            case A_BEHIND -> NodeName.B;
            case B_BEHIND -> NodeName.A;
            case SAME -> byRole();
            default -> newer();
        };
    }

    /** The one primary; of two, or none, the one that runs; else a. */
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

    /** By timeline; of two primaries on one, the one that has a slot is who standbys were made of; then by place. */
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

    /** The bytes of log that a node has behind the last place that both have in common. */
    public Optional<Long> own(NodeName node) {
        return relation.common()
                .filter(common -> of(node).wal().isPresent())
                .map(common -> Math.max(0, end(of(node)).minus(common)));
    }

    /**
     * Whether a standby that does not run would, once started, write the log of its primary over one of its own: both are on one
     * timeline, and the server does not notice that their logs have parted.
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
     * Whether a standby that runs has no signal file any more, so that its next start would make it a second primary of the same
     * cluster.
     */
    public boolean wouldRestartAsSecondPrimary(NodeName name) {
        NodePicture node = of(name);
        return node.up()
                && node.standby()
                && node.files().intent() == Intent.PRIMARY
                && of(name.other()).runningPrimary();
    }

    /** Whether a start of a node as it is would give the pair two histories: the other node has gone on without it. */
    public boolean leftBehind(NodeName name) {
        return wouldBeSecondPrimary(name) || wouldRestartAsSecondPrimary(name) || wouldMixHistories(name);
    }

    /** Whether a node that does not run would, once started, write beside another primary of the same cluster. */
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
