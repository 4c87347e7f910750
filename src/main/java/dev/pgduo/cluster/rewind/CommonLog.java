package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.TimelineHistory;
import dev.pgduo.cluster.wal.WalDirectory;
import dev.pgduo.cluster.wal.WalSegment;

/**
 * The WAL segments that end before the point of divergence: they are the same in source and target.
 *
 * @param directory pg_wal
 * @param history of the target's timeline
 * @param fork the point of divergence
 */
record CommonLog(String directory, TimelineHistory history, Lsn fork, long segmentSize) {
    /** Whether the file is such a segment, and is there in source and target. */
    boolean has(MappedFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        if (!file.path().equals(directory + "/" + name)
                || !WalDirectory.SEGMENT.matcher(name).matches()
                || !whole(file)) {
            return false;
        }
        WalSegment segment = WalSegment.parse(name, segmentSize);
        return segment.end().compareTo(fork) <= 0
                && history.segmentAt(segment.start(), segmentSize).equals(segment);
    }

    private boolean whole(MappedFile file) {
        return file.source().filter(one -> one.size() == segmentSize).isPresent()
                && file.target().filter(one -> one.size() == segmentSize).isPresent();
    }
}
