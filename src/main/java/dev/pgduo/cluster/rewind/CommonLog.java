package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.TimelineHistory;
import dev.pgduo.cluster.wal.WalDirectory;
import dev.pgduo.cluster.wal.WalSegment;

/**
 * The segments of the log that were full before the histories parted: both sides have the same bytes in them.
 *
 * @param directory pg_wal
 * @param history of the target
 */
record CommonLog(String directory, TimelineHistory history, Lsn fork, long segmentSize) {
    /** Whether the file is one of them, on both sides. */
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
