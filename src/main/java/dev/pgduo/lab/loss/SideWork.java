package dev.pgduo.lab.loss;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.rewind.ChangedPages;
import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.TimelineHistory;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.WalSegment;
import dev.pgduo.cluster.wal.rows.CommittedTransactions;
import dev.pgduo.cluster.wal.rows.TransactionWork;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.NodePicture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The WAL of one node after the point of divergence, and the changes of its transactions.
 *
 * @param node the node
 * @param bytes the amount of this WAL
 * @param readable whether this WAL still exists
 * @param whole whether the earlier WAL of the same transactions exists, too
 * @param work the transactions
 * @param pages the blocks that were changed, by any transaction
 */
public record SideWork(
        NodeName node, long bytes, boolean readable, boolean whole, TransactionWork work, ChangedPages pages) {
    /** The lowest file number of relations that users create. */
    private static final long FIRST_USER_FILE = 16384;

    /** Reads the WAL of a node from a position on. */
    static SideWork read(Lab lab, NodePicture picture, Lsn from) {
        CommittedTransactions committed = new CommittedTransactions();
        Lsn end;
        boolean readable;
        try (WalReader reader = reader(lab, picture, from).withContents()) {
            for (Optional<WalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                committed.add(next.get(), reader.content());
            }
            end = reader.end();
            readable = !end.equals(from)
                    || !reader.lacksFile()
                    || picture.wal().orElseThrow().end().lsn().compareTo(from) <= 0;
        }
        TransactionWork work = new TransactionWork(committed, SideWork::ofUser);
        boolean whole = earlier(lab, picture, from, committed, work);
        ChangedPages pages = new ChangedPages();
        each(lab, picture, from, end, (record, content) -> {
            work.add(record, content);
            content.blocks().forEach(block -> pages.block(block.relation(), block.fork(), block.block()));
            pages.in(content.format());
        });
        return new SideWork(picture.name(), Math.max(0, end.minus(from)), readable, whole, work, pages);
    }

    /** Passes on each record that begins between two positions, as far as the WAL exists. */
    private static void each(
            Lab lab, NodePicture picture, Lsn from, Lsn end, BiConsumer<WalRecord, RecordContent> taker) {
        try (WalReader reader = reader(lab, picture, from).withContents()) {
            Optional<WalRecord> next = reader.next();
            while (next.isPresent() && next.get().start().compareTo(end) < 0) {
                taker.accept(next.get(), reader.content());
                next = reader.next();
            }
        }
    }

    static WalReader reader(Lab lab, NodePicture picture, Lsn start) {
        Node node = lab.node(picture.name());
        Path wal = node.layout().data().resolve(node.settings().capabilities().walDirectory());
        long segmentSize = picture.cluster().orElseThrow().segmentSize();
        return WalReader.at(wal, segmentSize, picture.wal().orElseThrow().history(), start);
    }

    /**
     * Reads what the transactions did before the point of divergence: it was not committed then and is lost with them. Returns whether the
     * WAL goes back so far.
     */
    private static boolean earlier(
            Lab lab, NodePicture picture, Lsn from, CommittedTransactions committed, TransactionWork work) {
        if (committed.isEmpty()) {
            return true;
        }
        Optional<Lsn> begin = begin(lab, picture, from, committed);
        begin.filter(place -> place.compareTo(from) < 0)
                .ifPresent(place -> each(lab, picture, place, from, work::addEarlier));
        return begin.isPresent();
    }

    /**
     * Searches back, one segment at a time, for a position before which none of the transactions had begun; empty when the WAL
     * does not go back so far.
     */
    private static Optional<Lsn> begin(Lab lab, NodePicture picture, Lsn from, CommittedTransactions committed) {
        TimelineHistory history = picture.wal().orElseThrow().history();
        long size = picture.cluster().orElseThrow().segmentSize();
        Lsn end = from;
        while (end.position() > 0) {
            WalSegment segment = history.segmentAt(new Lsn(end.position() - 1), size);
            Optional<Lsn> found = Optional.empty();
            try (WalReader reader = reader(lab, picture, segment.start()).withContents()) {
                if (!reader.find(segment.start())) {
                    return Optional.empty();
                }
                Optional<WalRecord> next = reader.next();
                while (next.isPresent() && next.get().start().compareTo(end) < 0) {
                    if (committed.allBeginBehind(next.get(), reader.content())) {
                        found = next.map(WalRecord::start);
                    }
                    next = reader.next();
                }
            }
            if (found.isPresent()) {
                return found;
            }
            end = segment.start();
        }
        return Optional.of(from);
    }

    /** The number of committed transactions. */
    public int commits() {
        return work.commits();
    }

    /** Whether the file of a relation is one that a user created, by its number. */
    static boolean ofUser(RelFileNode file) {
        return file.relation() >= FIRST_USER_FILE;
    }
}
