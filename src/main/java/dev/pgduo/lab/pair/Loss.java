package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.Optional;

/** The data that would be lost with a node; all commands use this before they overwrite a node. */
final class Loss {
    private Loss() {}

    /** A phrase to follow {@code node a}; empty when nothing would be lost. */
    static Optional<String> of(PairPicture picture, NodeName name) {
        NodePicture node = picture.of(name);
        NodePicture other = picture.of(name.other());
        boolean copy = node.unstarted() && !picture.relation().oneTimeline();
        if (node.empty() || node.blank() || copy) {
            return Optional.empty();
        }
        if (node.damaged()) {
            return damaged(picture, node, other);
        }
        if (other.empty() || other.damaged() || other.unstarted() || other.blank()) {
            return Optional.of("holds the only copy of its data");
        }
        return lost(picture, node);
    }

    /** The loss with a damaged node: its WAL, where it can be read, tells whether the standby has everything. */
    private static Optional<String> damaged(PairPicture picture, NodePicture node, NodePicture other) {
        boolean copy = node.files().intent() == Intent.STANDBY && !other.empty() && !other.damaged();
        boolean known = node.wal().isPresent() && other.wal().isPresent();
        return copy && (!known || picture.relation().contained(node.name()))
                ? Optional.empty()
                : Optional.of("is damaged and may have data that no other node has");
    }

    private static Optional<String> lost(PairPicture picture, NodePicture node) {
        TimelineRelation relation = picture.relation();
        if (picture.streaming()) {
            return PairPicture.sends(node) ? Optional.of("is the primary") : Optional.empty();
        }
        return switch (relation.kind()) {
            case UNRELATED -> Optional.of("is a cluster of its own");
            case UNKNOWN -> Optional.of("may have data that no other node has");
            case FORKED ->
                Optional.of("has " + own(picture, node) + " of its own since "
                        + relation.common().map(Object::toString).orElse("its beginning"));
            default -> contained(picture, node);
        };
    }

    private static Optional<String> contained(PairPicture picture, NodePicture node) {
        if (!picture.relation().contained(node.name())) {
            return Optional.of("is newer by " + own(picture, node));
        }
        if (node.standby()) {
            return Optional.empty();
        }
        return Optional.of(picture.primary() == node.name() ? "is the primary" : "was a primary");
    }

    private static String own(PairPicture picture, NodePicture node) {
        return picture.own(node.name()).map(Amount::bytes).orElse("data");
    }
}
