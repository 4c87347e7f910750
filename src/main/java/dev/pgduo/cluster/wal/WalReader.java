package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.report.LabException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads the WAL records of a data directory, one after the other, of any major from 9.6 to 18. Each record's checksum is checked; memory
 * use does not depend on a record's size. The WAL ends at the first position without a valid record; once found, this end stays the same,
 * even if a server writes more, until {@link #retry}. For one thread.
 *
 * @see <a href="https://www.postgresql.org/docs/current/wal-internals.html">WAL Internals</a>
 */
public final class WalReader implements AutoCloseable {
    private static final int HEADER = 24;
    /** The size of the header without the checksum at its end. */
    private static final int CHECKED_HEADER = 20;

    private static final long LONGEST = 1L << 30;

    private static final int LENGTH = 0;
    private static final int TRANSACTION = 4;
    private static final int PREVIOUS = 8;
    private static final int INFO = 16;
    private static final int RESOURCE_MANAGER = 17;

    private final WalPages pages;
    private final TimelineHistory history;
    private final long segmentSize;
    private final ByteBuffer gathered = ByteBuffer.allocate(HEADER).order(ByteOrder.nativeOrder());
    private final ContentParser parser = new ContentParser();
    /** The buffer with the header that was read last, at {@code headerAt}. */
    private ByteBuffer header = gathered;

    private int headerAt;
    private final CRC32C crc = new CRC32C();
    private @Nullable RecordBody body;
    private @Nullable RecordContent content;
    private EndOfWal.@Nullable Kind endKind;
    private Lsn position;
    private Lsn end;
    private @Nullable Lsn previous;
    private String endReason = "";

    private WalReader(Path walDirectory, long segmentSize, TimelineHistory history, Lsn start) {
        this.pages = new WalPages(walDirectory, segmentSize, history);
        this.history = history;
        this.segmentSize = segmentSize;
        this.position = start;
        this.end = start;
    }

    /**
     * A reader that begins at a record.
     *
     * @param walDirectory pg_wal
     * @param segmentSize bytes, a power of two from 1 MB to 1 GB
     * @param history of the timeline to follow
     * @param start the position of a record, or the end of the one before it
     * @throws LabException when no record can start there, or no segment can have that size, as a damaged file may claim
     */
    public static WalReader at(Path walDirectory, long segmentSize, TimelineHistory history, Lsn start) {
        if ((start.position() & 7) != 0) {
            throw LabException.of("not the start of a WAL record: " + start);
        }
        history.segmentAt(start, segmentSize);
        return new WalReader(walDirectory, segmentSize, history, start);
    }

    /** Makes the reader parse each record's content. */
    public WalReader withContents() {
        body = new RecordBody();
        return this;
    }

    /** Makes the reader parse each record's block references, without data. */
    public WalReader withReferences() {
        parser.skipData();
        return withContents();
    }

    /** Makes the WAL end at this position: a record that extends beyond it is not read. */
    public WalReader until(Lsn place) {
        pages.stopAt(place);
        return this;
    }

    /** Sets how missing segments are fetched. */
    public WalReader fetching(MissingSegments missing) {
        pages.fetching(missing);
        return this;
    }

    /** Moves to the record at this position. */
    public void seek(Lsn place) {
        pages.restart();
        position = place;
        end = place;
        previous = null;
        endReason = "";
        endKind = null;
    }

    /** Reads the next record; empty at the end of the WAL. */
    public Optional<WalRecord> next() {
        while (endReason.isEmpty()) {
            try {
                WalRecord found = read();
                position = found.end();
                end = found.end();
                previous = found.start();
                return Optional.of(found);
            } catch (RecordOverwritten e) {
                position = e.page();
                previous = null;
            } catch (EndOfWal e) {
                endReason = String.valueOf(e.getMessage());
                endKind = e.kind();
            }
        }
        return Optional.empty();
    }

    /** The content of the record that was read last; for a reader that parses contents. */
    public RecordContent content() {
        return Objects.requireNonNull(content, "a record has been read, with its content");
    }

    /** The format of the WAL, known after the first page; a default before that. */
    public WalFormat format() {
        return pages.format();
    }

    /** Whether the WAL ends because the next segment's file is missing. */
    public boolean lacksFile() {
        return endKind == EndOfWal.Kind.NO_FILE;
    }

    /** Whether the WAL ends at the position set by {@link #until}. */
    public boolean reachedLimit() {
        return endKind == EndOfWal.Kind.LIMIT;
    }

    /** The name of the segment in which the next record would be. */
    public String nextSegment() {
        return history.segmentAt(position, segmentSize).name();
    }

    /** Continues after the end of the WAL was met: a server may have written more since. */
    public void retry() {
        pages.forget();
        endReason = "";
        endKind = null;
    }

    /**
     * Moves to the first record that begins at this position or after it.
     *
     * @return whether there is one; {@link #next()} then returns it
     */
    public boolean find(Lsn place) {
        pages.forget();
        endReason = "";
        endKind = null;
        try {
            position = firstOnPage(place.position() & -WalPages.SIZE);
        } catch (EndOfWal e) {
            endReason = String.valueOf(e.getMessage());
            endKind = e.kind();
            return false;
        }
        previous = null;
        while (true) {
            Lsn before = position;
            Lsn last = previous;
            Optional<WalRecord> found = next();
            if (found.isEmpty()) {
                return false;
            }
            if (found.get().start().compareTo(place) >= 0) {
                position = before;
                end = before;
                previous = last;
                return true;
            }
        }
    }

    /** The position of the first record that begins on this page or a later one. */
    private Lsn firstOnPage(long page) throws EndOfWal {
        long at = page;
        while (true) {
            pages.require(at + WalPages.LONG_BYTES);
            pages.go(at);
            long first = pages.behindHeader(at);
            long rest = pages.has(WalPages.CONTINUED) ? pages.remaining() + 7 & -8 : 0;
            if (rest < at + WalPages.SIZE - first) {
                return new Lsn(first + rest);
            }
            at += WalPages.SIZE;
        }
    }

    /** The end of the last record that was read. */
    public Lsn end() {
        return end;
    }

    /** Why there is no next record, in the server's words; empty if the end was not met. */
    public String endReason() {
        return endReason;
    }

    private WalRecord read() throws EndOfWal, RecordOverwritten {
        long start = firstByte();
        int at = pages.index(start);
        long length = Integer.toUnsignedLong(pages.bytes().getInt(at + LENGTH));
        if (length < HEADER || length > LONGEST) {
            throw new EndOfWal(pages.format().wrongLength(new Lsn(start), HEADER, length));
        }
        requireOnPage(start, length);
        return length <= WalPages.SIZE - (start & (WalPages.SIZE - 1))
                ? onePage(start, at, (int) length)
                : manyPages(start, (int) length);
    }

    /** Reads a record that is on one page. */
    private WalRecord onePage(long start, int at, int length) throws EndOfWal {
        header = pages.bytes();
        headerAt = at;
        checkHeader(start);
        byte[] array = pages.array();
        crc.reset();
        crc.update(array, at + HEADER, length - HEADER);
        crc.update(array, at, CHECKED_HEADER);
        checkChecksum(start);
        if (body != null) {
            ByteBuffer bytes = header.slice(at + HEADER, length - HEADER).order(ByteOrder.nativeOrder());
            content = parser.parse(pages.format(), bytes, new Lsn(start));
        }
        return record(start, start + length);
    }

    private WalRecord manyPages(long start, int length) throws EndOfWal, RecordOverwritten {
        RecordBytes bytes = new RecordBytes(pages, start, length);
        gathered.clear();
        while (gathered.hasRemaining()) {
            gathered.put(bytes.part(gathered.remaining()));
        }
        header = gathered;
        headerAt = 0;
        checkHeader(start);
        readBody(bytes, length - HEADER);
        checkChecksum(start);
        RecordBody kept = body;
        if (kept != null) {
            content = parser.parse(pages.format(), kept.whole(), new Lsn(start));
        }
        return record(start, bytes.position());
    }

    private void checkChecksum(long start) throws EndOfWal {
        if ((int) crc.getValue() != header.getInt(headerAt + CHECKED_HEADER)) {
            throw new EndOfWal("incorrect resource manager data checksum in record at " + new Lsn(start));
        }
    }

    private void requireOnPage(long start, long length) throws EndOfWal {
        long pageEnd = (start & -WalPages.SIZE) + WalPages.SIZE;
        pages.require(Math.min(pageEnd, start + length));
    }

    private void readBody(RecordBytes bytes, int length) throws EndOfWal, RecordOverwritten {
        RecordBody kept = body;
        if (kept != null) {
            kept.begin(length);
        }
        crc.reset();
        while (bytes.hasMore()) {
            ByteBuffer part = bytes.part(Long.MAX_VALUE);
            if (kept != null) {
                kept.add(part.duplicate());
            }
            crc.update(part);
        }
        crc.update(gathered.array(), 0, CHECKED_HEADER);
    }

    /** The position of the next record: after the page's header, if the last record ended with its page. */
    private long firstByte() throws EndOfWal {
        long at = position.position();
        long page = at & -WalPages.SIZE;
        pages.require(Math.min(page + WalPages.SIZE, at + HEADER));
        pages.go(at);
        long first = pages.behindHeader(page);
        long start = at == page ? first : at;
        if (start < first) {
            throw new EndOfWal("invalid record offset at " + position);
        }
        if (start == first && pages.has(WalPages.CONTINUED)) {
            throw new EndOfWal("contrecord is requested by " + new Lsn(start));
        }
        return start;
    }

    /**
     * Checks the resource manager and the link to the record before: in a recycled segment, an old record may look valid, but does not
     * follow the last one.
     */
    private void checkHeader(long start) throws EndOfWal {
        int manager = Byte.toUnsignedInt(header.get(headerAt + RESOURCE_MANAGER));
        if (!pages.format().knowsResourceManager(manager)) {
            throw new EndOfWal("invalid resource manager ID " + manager + " at " + new Lsn(start));
        }
        long named = header.getLong(headerAt + PREVIOUS);
        Lsn last = previous;
        if (last == null ? Long.compareUnsigned(named, start) >= 0 : named != last.position()) {
            throw new EndOfWal("record with incorrect prev-link " + new Lsn(named) + " at " + new Lsn(start));
        }
    }

    private WalRecord record(long start, long behind) {
        WalRecord found = new WalRecord(
                new Lsn(start),
                new Lsn((behind + 7) & -8),
                new Lsn(header.getLong(headerAt + PREVIOUS)),
                Integer.toUnsignedLong(header.getInt(headerAt + TRANSACTION)),
                Byte.toUnsignedInt(header.get(headerAt + RESOURCE_MANAGER)),
                Byte.toUnsignedInt(header.get(headerAt + INFO)),
                header.getInt(headerAt + CHECKED_HEADER),
                header.getInt(headerAt + LENGTH));
        return found.isSwitch() ? found.endingAt(segmentEnd(found.end())) : found;
    }

    private Lsn segmentEnd(Lsn lsn) {
        Lsn last = new Lsn(lsn.position() - 1);
        return history.segmentAt(last, segmentSize).end();
    }

    @Override
    public void close() {
        pages.close();
    }
}
