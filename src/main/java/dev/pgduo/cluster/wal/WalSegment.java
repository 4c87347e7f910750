package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.report.LabException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A WAL segment.
 *
 * @param timeline the timeline in its file's name
 * @param start the position of its first byte
 * @param size bytes, a power of two from 1 MB to 1 GB
 */
public record WalSegment(long timeline, Lsn start, long size) {
    private static final long SMALLEST = 1L << 20;
    private static final long LARGEST = 1L << 30;

    /** @throws LabException when there can be no such segment, as a damaged file may claim */
    public WalSegment {
        if (!possibleSize(size)) {
            throw LabException.of("not the size of a WAL segment: " + size);
        }
        if ((start.position() & (size - 1)) != 0) {
            throw LabException.of("not the start of a WAL segment: " + start);
        }
    }

    /** Asked for each page; see {@link Lsn#equals}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WalSegment segment
                && segment.timeline == timeline
                && segment.start.equals(start)
                && segment.size == size;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(timeline) * 31 + start.hashCode();
    }

    /** Whether segments can have this many bytes: a power of two from 1 MB to 1 GB. */
    static boolean possibleSize(long size) {
        return size >= SMALLEST && size <= LARGEST && Long.bitCount(size) == 1;
    }

    /** The segment of this name. */
    public static WalSegment parse(String name, long size) {
        long number = Long.parseLong(name.substring(8, 16), 16) * ((1L << 32) / size)
                + Long.parseLong(name.substring(16, 24), 16);
        return new WalSegment(Long.parseLong(name.substring(0, 8), 16), new Lsn(number * size), size);
    }

    /** The segment with this position. */
    public static WalSegment of(long timeline, Lsn lsn, long size) {
        return new WalSegment(timeline, new Lsn(lsn.position() & -size), size);
    }

    /** The position where the next segment starts. */
    public Lsn end() {
        return new Lsn(start.position() + size);
    }

    /** The file's name: {@code 000000010000000000000003}. */
    public String name() {
        long number = Long.divideUnsigned(start.position(), size);
        long perLog = (1L << 32) / size;
        return String.format(Locale.ROOT, "%08X%08X%08X", timeline, number / perLog, number % perLog);
    }
}
