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
import dev.pgduo.cluster.wal.rows.Commit;
import dev.pgduo.cluster.wal.rows.TransactionWork;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.NodePicture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one node has in its log behind the place where the histories part.
 *
 * @param node whose
 * @param bytes of log
 * @param readable whether the log still has what comes behind that place
 * @param whole whether it also has all that the transactions did before it
 * @param work the transactions
 * @param pages the pages that were changed, by whomever
 */
public record SideWork(
        NodeName node, long bytes, boolean readable, boolean whole, TransactionWork work, ChangedPages pages) {
    /** The number of the first relation that a user makes. */
    private static final long FIRST_USER_FILE = 16384;

    /** Reads the log of a node from a place on. */
    static SideWork read(Lab lab, NodePicture picture, Lsn from) {
        TransactionWork work = new TransactionWork();
        ChangedPages pages = new ChangedPages();
        Lsn end;
        boolean readable;
        try (WalReader reader = reader(lab, picture, from).withContents()) {
            for (Optional<WalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                RecordContent content = reader.content();
                work.add(next.get(), content);
                content.blocks().forEach(block -> pages.add(block, content.format()));
            }
            end = reader.end();
            readable = !end.equals(from)
                    || !reader.lacksFile()
                    || picture.wal().orElseThrow().end().lsn().compareTo(from) <= 0;
        }
        boolean whole = work.commits().isEmpty() || earlier(lab, picture, from, work);
        return new SideWork(picture.name(), Math.max(0, end.minus(from)), readable, whole, work, pages);
    }

    static WalReader reader(Lab lab, NodePicture picture, Lsn start) {
        Node node = lab.node(picture.name());
        Path wal = node.layout().data().resolve(node.settings().capabilities().walDirectory());
        long segmentSize = picture.cluster().orElseThrow().segmentSize();
        return WalReader.at(wal, segmentSize, picture.wal().orElseThrow().history(), start);
    }

    /**
     * Reads back, a segment at a time, until none of the transactions had begun; says whether the log goes back so far. What they did
     * before the histories parted was not committed there, so it is lost with them.
     */
    private static boolean earlier(Lab lab, NodePicture picture, Lsn from, TransactionWork work) {
        TimelineHistory history = picture.wal().orElseThrow().history();
        long size = picture.cluster().orElseThrow().segmentSize();
        Lsn end = from;
        boolean begun = false;
        while (!begun && end.position() > 0) {
            WalSegment segment = history.segmentAt(new Lsn(end.position() - 1), size);
            try (WalReader reader = reader(lab, picture, segment.start()).withContents()) {
                if (!reader.find(segment.start())) {
                    return false;
                }
                Optional<WalRecord> next = reader.next();
                while (next.isPresent() && next.get().start().compareTo(end) < 0) {
                    work.addEarlier(next.get(), reader.content());
                    begun |= work.allBeginBehind(next.get(), reader.content());
                    next = reader.next();
                }
            }
            end = segment.start();
        }
        return true;
    }

    /** How many transactions were committed. */
    public int commits() {
        return work.commits().size();
    }

    /** How many of them have changed rows of tables that are not the system's. */
    public long commitsWithRows() {
        return work.commitsThatChanged(SideWork::ofUser);
    }

    /** Whether a relation's file is of one that a user made, as far as its number tells. */
    static boolean ofUser(RelFileNode file) {
        return file.relation() >= FIRST_USER_FILE;
    }

    /** When the first one was committed. */
    public Optional<Instant> first() {
        return commitAt(0);
    }

    /** When the last one was committed. */
    public Optional<Instant> last() {
        return commitAt(commits() - 1);
    }

    private Optional<Instant> commitAt(int index) {
        List<Commit> all = work.commits();
        return index >= 0 && index < all.size() ? Optional.of(all.get(index).time()) : Optional.empty();
    }
}
