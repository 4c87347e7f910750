package dev.pgduo.lab.loss;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.NodeInspector;
import dev.pgduo.lab.pair.NodePicture;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.lab.pair.TimelineRelation;
import dev.pgduo.lab.pair.WalPlace;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.Optional;

/**
 * The point where the histories of two nodes diverge. It is found in their files alone, whether their servers run or not.
 *
 * @param picture the state of both nodes
 * @param left the node whose WAL after that point is lost when it follows the other one
 * @param point the last WAL position that both have, on the timeline of the node {@code left}
 * @param forked whether each node has WAL of its own; otherwise one only lacks WAL of the other
 */
public record Divergence(PairPicture picture, NodeName left, WalPlace point, boolean forked) {
    /**
     * Finds the point of divergence.
     *
     * @throws LabException when the files do not have the information
     */
    public static Divergence of(Lab lab) {
        // A standby that runs is looked at first: the primary has written all that the standby has by then.
        boolean second = lab.node(NodeName.B).status().status() == NodeStatus.RUNNING_STANDBY;
        NodePicture first = look(lab.node(second ? NodeName.B : NodeName.A));
        NodePicture other = look(lab.node(first.name().other()));
        PairPicture picture = second ? PairPicture.of(other, first) : PairPicture.of(first, other);
        require(picture.a());
        require(picture.b());
        TimelineRelation relation = picture.relation();
        Optional<Lsn> common = relation.common();
        if (common.isEmpty()) {
            throw new LabException(
                    ErrorReport.error("cannot determine what was lost: the nodes are clusters of their own")
                            .detail("Neither of them was copied from the other one."));
        }
        if (relation.kind() == TimelineRelation.Kind.FORKED) {
            return of(picture, picture.primary().other(), common.get(), true);
        }
        return new FirstDifference(lab, picture)
                .before(common.get())
                .map(point -> of(picture, picture.primary().other(), point, true))
                .orElseGet(() -> behind(picture, common.get()));
    }

    /**
     * The point of two nodes of which one lacks WAL: an old primary that ended where the new timeline begins has lost nothing;
     * on one timeline the standby lacks the WAL after its end.
     */
    private static Divergence behind(PairPicture picture, Lsn common) {
        NodeName ahead = picture.relation().contained(NodeName.A) ? NodeName.B : NodeName.A;
        if (picture.relation().kind() == TimelineRelation.Kind.SAME) {
            return of(picture, picture.primary(), common, false);
        }
        boolean followed = timeline(picture.of(ahead)) > timeline(picture.of(ahead.other()));
        return of(picture, followed ? ahead.other() : ahead, common, false);
    }

    private static long timeline(NodePicture node) {
        return node.wal().orElseThrow().end().timeline();
    }

    private static Divergence of(PairPicture picture, NodeName left, Lsn point, boolean forked) {
        long timeline = picture.of(left).wal().orElseThrow().history().timelineAt(new Lsn(point.position() - 1));
        return new Divergence(picture, left, new WalPlace(timeline, point), forked);
    }

    private static NodePicture look(Node node) {
        return new NodeInspector(node).lookAtFiles();
    }

    private static void require(NodePicture node) {
        if (node.empty()) {
            throw new LabException(ErrorReport.error(
                    "cannot determine what was lost: node " + node.name() + " has no database cluster"));
        }
        if (node.cluster().isEmpty() || node.wal().isEmpty()) {
            throw new LabException(ErrorReport.error(
                            "cannot determine what was lost: the log of node " + node.name() + " cannot be read")
                    .hint("\"status\" shows what is wrong with it."));
        }
    }
}
