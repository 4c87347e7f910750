package dev.pgduo.lab.pair;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.wal.LogComparison;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.report.LabException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the WAL of nodes after a position that both have.
 *
 * @param nodes both
 */
record OwnWork(Map<NodeName, Node> nodes) implements PairJudge.Amounts {
    /** The number of records that are followed back: the last checkpoint is not farther away in a WAL that is complete. */
    private static final int STEPS_BACK = 2000;

    @Override
    public String words(NodePicture picture, Lsn since) {
        long bytes = Math.max(0, PairPicture.end(picture).minus(since));
        Optional<Long> transactions = transactions(picture, since);
        return Amount.bytes(bytes)
                + transactions
                        .map(count -> " (" + count + (count == 1 ? " transaction)" : " transactions)"))
                        .orElse("");
    }

    /** The number of transactions that were committed after a position; empty when the WAL there has been removed. */
    Optional<Long> transactions(NodePicture picture, Lsn since) {
        if (PairPicture.end(picture).compareTo(since) <= 0) {
            return Optional.of(0L);
        }
        long count = 0;
        boolean any = false;
        try (WalReader reader = reader(picture, since)) {
            for (Optional<WalRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                any = true;
                count += record.get().isCommit() ? 1 : 0;
            }
            return any ? Optional.of(count) : Optional.empty();
        } catch (UncheckedIOException | LabException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the WAL of two nodes differs up to the end of the shorter one, although the timelines are the same.
     *
     * <p>It is compared from the last checkpoint of the one node on, or else of the other one, where both still have WAL from
     * there.
     */
    boolean differ(NodePicture one, NodePicture other, Lsn until) {
        return differFrom(checkpoint(one), one, other, until)
                .or(() -> differFrom(checkpoint(other), one, other, until))
                .orElse(false);
    }

    /**
     * Whether a node's WAL has what pg_rewind needs: the record at the point of divergence, and a checkpoint before it. A WAL
     * directory that was put together by hand may lack them.
     */
    boolean leadsBack(NodePicture picture, Lsn fork) {
        Lsn place = fork;
        for (int i = 0; i < STEPS_BACK; i++) {
            try (WalReader reader = reader(picture, place)) {
                Optional<WalRecord> record = reader.next();
                if (record.isEmpty()) {
                    // At the very end of its WAL, there is nothing to undo.
                    return i == 0 && PairPicture.end(picture).compareTo(fork) <= 0;
                }
                if (record.get().isCheckpoint() && record.get().start().compareTo(fork) < 0) {
                    return true;
                }
                place = record.get().previous();
            } catch (UncheckedIOException | LabException e) {
                return false;
            }
        }
        return true;
    }

    /** Whether a node still has the WAL after a position, if there is any. */
    boolean goesOn(NodePicture picture, Lsn place) {
        if (PairPicture.end(picture).compareTo(place) <= 0) {
            return true;
        }
        try (WalReader reader = reader(picture, place)) {
            return reader.next().isPresent();
        } catch (UncheckedIOException | LabException e) {
            return false;
        }
    }

    private static Lsn checkpoint(NodePicture picture) {
        return picture.cluster().map(NodePicture.Cluster::checkpoint).orElse(new Lsn(0));
    }

    /** Compares from a position on; empty when one of the nodes does not have it any more. */
    private Optional<Boolean> differFrom(Lsn start, NodePicture one, NodePicture other, Lsn until) {
        if (start.position() == 0 || start.compareTo(until) >= 0) {
            return Optional.empty();
        }
        try (WalReader left = reader(one, start);
                WalReader right = reader(other, start)) {
            // One that ends has less: what a rewind has copied may end before the position that it has noted.
            LogComparison comparison = LogComparison.of(left, right, until);
            return comparison.gone() ? Optional.empty() : Optional.of(comparison.differs());
        } catch (UncheckedIOException | LabException e) {
            return Optional.empty();
        }
    }

    private WalReader reader(NodePicture picture, Lsn start) {
        Node node = Objects.requireNonNull(nodes.get(picture.name()), "both nodes are there");
        Path wal = node.walDirectory();
        long segmentSize = picture.cluster().orElseThrow().segmentSize();
        return WalReader.at(wal, segmentSize, picture.wal().orElseThrow().history(), start);
    }
}
