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
    private final ByteBuffer view;
    private @Nullable RecordBody body;
    private @Nullable RecordContent content;
    private @Nullable BlockSink references;
    private EndOfWal.@Nullable Kind endKind;
    /** Where the record that was read last begins. */
    private long start;

    private long position;
    private long end;
    /** Where the record before the next one begins; not in use unless {@code linked}. */
    private long previous;

    private boolean linked;
    private String endReason = "";

    private WalReader(Path walDirectory, long segmentSize, TimelineHistory history, Lsn start) {
        this.pages = new WalPages(walDirectory, segmentSize, history);
        this.view = pages.bytes().duplicate().order(ByteOrder.nativeOrder());
        this.history = history;
        this.segmentSize = segmentSize;
        this.position = start.position();
        this.end = start.position();
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

    /** Makes the reader pass on the blocks that each record refers to, instead of its whole content. */
    public WalReader withReferences(BlockSink sink) {
        references = sink;
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
        position = place.position();
        end = position;
        linked = false;
        endReason = "";
        endKind = null;
    }

    /** Reads the next record; empty at the end of the WAL. */
    public Optional<WalRecord> next() {
        return advance() ? Optional.of(record()) : Optional.empty();
    }

    /**
     * Reads the next record; {@link #record} then returns it. For many records whose headers are of no interest: that makes no objects.
     *
     * @return false at the end of the WAL
     */
    public boolean advance() {
        while (endReason.isEmpty()) {
            try {
                end = read();
                position = end;
                previous = start;
                linked = true;
                return true;
            } catch (RecordOverwritten e) {
                position = e.page().position();
                linked = false;
            } catch (EndOfWal e) {
                endReason = String.valueOf(e.getMessage());
                endKind = e.kind();
            }
        }
        return false;
    }

    /** The record that was read last. */
    public WalRecord record() {
        return new WalRecord(
                new Lsn(start),
                new Lsn(end),
                new Lsn(header.getLong(headerAt + PREVIOUS)),
                Integer.toUnsignedLong(header.getInt(headerAt + TRANSACTION)),
                Byte.toUnsignedInt(header.get(headerAt + RESOURCE_MANAGER)),
                Byte.toUnsignedInt(header.get(headerAt + INFO)),
                header.getInt(headerAt + CHECKED_HEADER),
                header.getInt(headerAt + LENGTH));
    }

    /** Whether the record that was read last begins before this position. */
    public boolean isBefore(Lsn place) {
        return Long.compareUnsigned(start, place.position()) < 0;
    }

    /** {@link WalRecord#changesFiles} of the record that was read last. */
    public boolean changesFiles() {
        return WalRecord.changesFiles(header.get(headerAt + INFO));
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
        return history.segmentAt(new Lsn(position), segmentSize).name();
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
        linked = false;
        while (true) {
            long before = position;
            long last = previous;
            boolean follows = linked;
            if (!advance()) {
                return false;
            }
            if (!isBefore(place)) {
                position = before;
                end = before;
                previous = last;
                linked = follows;
                return true;
            }
        }
    }

    /** The position of the first record that begins on this page or a later one. */
    private long firstOnPage(long page) throws EndOfWal {
        long at = page;
        while (true) {
            pages.require(at + WalPages.LONG_BYTES);
            pages.go(at);
            long first = pages.behindHeader(at);
            long rest = pages.has(WalPages.CONTINUED) ? pages.remaining() + 7 & -8 : 0;
            if (rest < at + WalPages.SIZE - first) {
                return first + rest;
            }
            at += WalPages.SIZE;
        }
    }

    /** The end of the last record that was read. */
    public Lsn end() {
        return new Lsn(end);
    }

    /** Why there is no next record, in the server's words; empty if the end was not met. */
    public String endReason() {
        return endReason;
    }

    /** Reads a record; returns its end, or that of the segment after a switch. */
    private long read() throws EndOfWal, RecordOverwritten {
        start = firstByte();
        int at = pages.index(start);
        long length = Integer.toUnsignedLong(pages.bytes().getInt(at + LENGTH));
        if (length < HEADER || length > LONGEST) {
            throw new EndOfWal(pages.format().wrongLength(new Lsn(start), HEADER, length));
        }
        requireOnPage(length);
        long behind = length <= WalPages.SIZE - (start & (WalPages.SIZE - 1))
                ? onePage(at, (int) length)
                : manyPages((int) length);
        long rounded = behind + 7 & -8;
        return WalRecord.isSwitch(header.get(headerAt + RESOURCE_MANAGER), header.get(headerAt + INFO))
                ? segmentEnd(rounded)
                : rounded;
    }

    /** Reads a record that is on one page; returns the position behind it. */
    private long onePage(int at, int length) throws EndOfWal {
        header = pages.bytes();
        headerAt = at;
        checkHeader();
        byte[] array = pages.array();
        crc.reset();
        crc.update(array, at + HEADER, length - HEADER);
        crc.update(array, at, CHECKED_HEADER);
        checkChecksum();
        if (body != null) {
            view.limit(at + length).position(at + HEADER);
            parse(view);
        }
        return start + length;
    }

    private void parse(ByteBuffer bytes) throws EndOfWal {
        BlockSink sink = references;
        if (sink == null) {
            content = parser.parse(pages.format(), bytes, start);
        } else {
            parser.references(pages.format(), bytes, start, sink);
        }
    }

    private long manyPages(int length) throws EndOfWal, RecordOverwritten {
        RecordBytes bytes = new RecordBytes(pages, start, length);
        gathered.clear();
        while (gathered.hasRemaining()) {
            gathered.put(bytes.part(gathered.remaining()));
        }
        header = gathered;
        headerAt = 0;
        checkHeader();
        readBody(bytes, length - HEADER);
        checkChecksum();
        RecordBody kept = body;
        if (kept != null) {
            parse(kept.whole());
        }
        return bytes.position();
    }

    private void checkChecksum() throws EndOfWal {
        if ((int) crc.getValue() != header.getInt(headerAt + CHECKED_HEADER)) {
            throw new EndOfWal("incorrect resource manager data checksum in record at " + new Lsn(start));
        }
    }

    private void requireOnPage(long length) throws EndOfWal {
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
        long page = position & -WalPages.SIZE;
        pages.require(Math.min(page + WalPages.SIZE, position + HEADER));
        pages.go(position);
        long first = pages.behindHeader(page);
        long at = position == page ? first : position;
        if (at < first) {
            throw new EndOfWal("invalid record offset at " + new Lsn(position));
        }
        if (at == first && pages.has(WalPages.CONTINUED)) {
            throw new EndOfWal("contrecord is requested by " + new Lsn(at));
        }
        return at;
    }

    /**
     * Checks the resource manager and the link to the record before: in a recycled segment, an old record may look valid, but does not
     * follow the last one.
     */
    private void checkHeader() throws EndOfWal {
        int manager = Byte.toUnsignedInt(header.get(headerAt + RESOURCE_MANAGER));
        if (!pages.format().knowsResourceManager(manager)) {
            throw new EndOfWal("invalid resource manager ID " + manager + " at " + new Lsn(start));
        }
        long named = header.getLong(headerAt + PREVIOUS);
        if (linked ? named != previous : Long.compareUnsigned(named, start) >= 0) {
            throw new EndOfWal("record with incorrect prev-link " + new Lsn(named) + " at " + new Lsn(start));
        }
    }

    private long segmentEnd(long place) {
        return history.segmentAt(new Lsn(place - 1), segmentSize).end().position();
    }

    @Override
    public void close() {
        pages.close();
    }
}
