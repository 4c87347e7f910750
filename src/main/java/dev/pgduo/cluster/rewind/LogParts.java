package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.cluster.wal.WalRecord;
import java.util.Optional;

/**
 * Divides a range of WAL into parts of about the same size in bytes, so that several readers have the same amount of work. A part is looked
 * for when it is asked for. Safe for use by several threads.
 */
final class LogParts implements AutoCloseable {
    private final WalReader reader;
    private final Lsn end;
    private final long size;
    private long place;
    private Optional<Lsn> start;

    /**
     * The parts of a range.
     *
     * @param reader at the first record of the range; closed with this
     * @param end of the range
     * @param size of a part in bytes
     */
    LogParts(WalReader reader, Lsn end, long size) {
        this.reader = reader;
        this.end = end;
        this.size = size;
        this.start = Optional.of(reader.end());
        this.place = reader.end().position();
    }

    /**
     * A part of the WAL.
     *
     * @param start its first record
     * @param behind the first record after it; empty for the part up to the end
     */
    record Part(Lsn start, Optional<Lsn> behind) {}

    /** The next part; empty when there is none left. */
    synchronized Optional<Part> next() {
        Optional<Part> part = start.map(from -> new Part(from, behind(from)));
        start = part.flatMap(Part::behind);
        return part;
    }

    private Optional<Lsn> behind(Lsn from) {
        for (place += size; place < end.position(); place += size) {
            // Behind a switch of segments there is none.
            Optional<Lsn> found =
                    first(new Lsn(place)).filter(record -> record.compareTo(from) > 0 && record.compareTo(end) < 0);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Lsn> first(Lsn at) {
        return reader.find(at) ? reader.next().map(WalRecord::start) : Optional.empty();
    }

    @Override
    public void close() {
        reader.close();
    }
}
