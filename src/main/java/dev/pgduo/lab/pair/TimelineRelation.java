package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.wal.TimelineHistory.Entry;
import java.util.List;
import java.util.Optional;

/**
 * How the histories of two nodes are related.
 *
 * @param kind which node has WAL that the other one lacks
 * @param common the last WAL position that both have in common; empty when there is none
 * @param oneTimeline whether they differ although both are on the timeline that they share
 */
public record TimelineRelation(Kind kind, Optional<Lsn> common, boolean oneTimeline) {
    /** The kinds of relations. */
    public enum Kind {
        /** Two clusters that were made by two runs of initdb. */
        UNRELATED,
        /** The WAL of a node cannot be read. */
        UNKNOWN,
        SAME,
        A_BEHIND,
        B_BEHIND,
        /** The histories have diverged: each node has WAL that the other one lacks. */
        FORKED
    }

    private static final TimelineRelation UNKNOWN = new TimelineRelation(Kind.UNKNOWN, Optional.empty(), false);

    /** The relation by system identifiers and timelines; the WAL itself is not compared. */
    static TimelineRelation of(NodePicture a, NodePicture b) {
        if (a.cluster().isEmpty() || b.cluster().isEmpty()) {
            return UNKNOWN;
        }
        if (a.cluster().get().systemIdentifier() != b.cluster().get().systemIdentifier()) {
            return new TimelineRelation(Kind.UNRELATED, Optional.empty(), false);
        }
        return a.wal().isEmpty() || b.wal().isEmpty()
                ? UNKNOWN
                : of(a.wal().get(), b.wal().get());
    }

    static TimelineRelation of(NodePicture.Wal a, NodePicture.Wal b) {
        List<Entry> left = a.history().entries();
        List<Entry> right = b.history().entries();
        int shared = 0;
        while (shared < left.size() && shared < right.size() && same(left.get(shared), right.get(shared))) {
            shared++;
        }
        if (shared == 0) {
            return new TimelineRelation(Kind.FORKED, Optional.empty(), false);
        }
        Lsn leftEnd = left.get(shared - 1).end().orElse(a.end().lsn());
        Lsn rightEnd = right.get(shared - 1).end().orElse(b.end().lsn());
        Lsn common = leftEnd.compareTo(rightEnd) <= 0 ? leftEnd : rightEnd;
        boolean leftMoved = left.size() > shared || leftEnd.compareTo(common) > 0;
        boolean rightMoved = right.size() > shared || rightEnd.compareTo(common) > 0;
        return new TimelineRelation(kind(leftMoved, rightMoved), Optional.of(common), false);
    }

    private static boolean same(Entry one, Entry other) {
        return one.timeline() == other.timeline() && one.begin().equals(other.begin());
    }

    private static Kind kind(boolean leftMoved, boolean rightMoved) {
        if (leftMoved && rightMoved) {
            return Kind.FORKED;
        }
        return leftMoved ? Kind.B_BEHIND : rightMoved ? Kind.A_BEHIND : Kind.SAME;
    }

    /** The same positions, but with WAL that differs before them. */
    TimelineRelation diverged() {
        return new TimelineRelation(Kind.FORKED, common, true);
    }

    /** Whether the other node has everything that this one has. */
    public boolean contained(NodeName node) {
        return kind == Kind.SAME || kind == (node == NodeName.A ? Kind.A_BEHIND : Kind.B_BEHIND);
    }
}
