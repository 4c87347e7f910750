package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.LogComparison;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.NodePicture;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.report.LabException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Finds the position from which the WAL of two nodes differs although both are on the same timeline: a standby that was started
 * without its signal file continues as a primary of the same timeline.
 */
record FirstDifference(Lab lab, PairPicture picture) {
    /** The position of the first record that differs; empty when there is none before this position. */
    Optional<Lsn> before(Lsn until) {
        Lsn a = checkpoint(picture.a());
        Lsn b = checkpoint(picture.b());
        return from(a.compareTo(b) <= 0 ? a : b, until).or(() -> from(a.compareTo(b) <= 0 ? b : a, until));
    }

    private static Lsn checkpoint(NodePicture node) {
        return node.cluster().map(NodePicture.Cluster::checkpoint).orElse(new Lsn(0));
    }

    private Optional<Lsn> from(Lsn start, Lsn until) {
        if (start.position() == 0 || start.compareTo(until) >= 0) {
            return Optional.empty();
        }
        try (WalReader left = SideWork.reader(lab, picture.a(), start);
                WalReader right = SideWork.reader(lab, picture.b(), start)) {
            LogComparison comparison = LogComparison.of(left, right, until);
            return comparison.differs() && comparison.same().compareTo(start) > 0
                    ? Optional.of(comparison.same())
                    : Optional.empty();
        } catch (UncheckedIOException | LabException e) {
            return Optional.empty();
        }
    }
}
