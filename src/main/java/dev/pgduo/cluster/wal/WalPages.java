package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pages of the log, each with its header checked; a few are read at a time. For one thread, forwards. */
final class WalPages implements AutoCloseable {
    /** Bytes in a page. */
    static final int SIZE = 8192;

    /** What the page's first record is: the rest of one that began before. */
    static final int CONTINUED = 1;
    /** What the page's first record is not: the rest of the one that began before, for that was lost. */
    static final int OVERWRITTEN = 8;

    private static final int LONG_HEADER = 2;
    private static final int KNOWN_FLAGS = 0xF;
    private static final int SHORT_BYTES = 24;
    /** The header of a segment's first page. */
    static final int LONG_BYTES = 40;

    private static final int AT_ONCE = 16 * SIZE;

    private static final WalFormat USUAL = new WalFormat(15);

    private static final int MAGIC = 0;
    private static final int FLAGS = 2;
    private static final int TIMELINE = 4;
    private static final int ADDRESS = 8;
    private static final int REMAINING = 16;
    private static final int SYSTEM = 24;
    private static final int SEGMENT_SIZE = 32;
    private static final int PAGE_SIZE = 36;

    private final Path directory;
    private final long segmentSize;
    private final TimelineHistory history;
    private final byte[] array = new byte[AT_ONCE];
    private final ByteBuffer bytes = ByteBuffer.wrap(array).order(ByteOrder.nativeOrder());
    private @Nullable WalSegment segment;
    private @Nullable FileChannel file;
    private long loaded = -1;
    private int page;
    private long checked = -1;
    private @Nullable WalFormat format;
    private long limit = Long.MAX_VALUE;
    private MissingSegments missing = MissingSegments.GONE;
    private long system;
    private long newestTimeline;

    WalPages(Path directory, long segmentSize, TimelineHistory history) {
        this.directory = directory;
        this.segmentSize = segmentSize;
        this.history = history;
    }

    /** Where the first record of the page that begins here may be. */
    long behindHeader(long pageStart) {
        return pageStart + ((pageStart & (segmentSize - 1)) == 0 ? LONG_BYTES : SHORT_BYTES);
    }

    /** Goes to the page that holds this place. */
    void go(long position) throws EndOfWal {
        long start = position & -SIZE;
        if (start == checked) {
            return;
        }
        checked = -1;
        WalSegment wanted = history.segmentAt(new Lsn(position), segmentSize);
        if (!wanted.equals(segment)) {
            open(wanted);
            if (start != wanted.start().position()) {
                // Only a segment's first page says whose the segment is.
                load(wanted, wanted.start().position());
            }
        }
        load(wanted, start);
        checked = start;
    }

    /** The page's bytes from this place to the page's end, but at most so many; not to be kept. */
    ByteBuffer slice(long position, long most) {
        int offset = (int) (position & (SIZE - 1));
        return bytes.slice(page + offset, (int) Math.min(most, SIZE - offset)).order(ByteOrder.nativeOrder());
    }

    /** The bytes that hold the page; not to be kept, nor changed. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** The same bytes. */
    byte[] array() {
        return array;
    }

    /** Where a place of the page is in {@link #bytes}. */
    int index(long position) {
        return page + (int) (position & (SIZE - 1));
    }

    /** Whether the page has this flag. */
    boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    /** How many bytes the record still has that began before the page. */
    long remaining() {
        return Integer.toUnsignedLong(bytes.getInt(page + REMAINING));
    }

    /** What is read next may be older than what was read last: a segment begins with a timeline and ends with the next one. */
    void restart() {
        newestTimeline = 0;
    }

    /** That of the pages so far; of one that stands for any before the first. */
    WalFormat format() {
        WalFormat known = format;
        return known == null ? USUAL : known;
    }

    /** Lets segments that are not there be asked for. */
    void fetching(MissingSegments archive) {
        missing = archive;
    }

    /** Reads nothing behind this place. */
    void stopAt(Lsn end) {
        limit = end.position();
    }

    /** Whether what is to be read lies before the end that was asked for. */
    void require(long end) throws EndOfWal {
        if (Long.compareUnsigned(end, limit) > 0) {
            throw new EndOfWal("the log is not to be read behind " + new Lsn(limit), EndOfWal.Kind.LIMIT);
        }
    }

    /** Reads the files anew: a server may have written on. */
    void forget() {
        loaded = -1;
        checked = -1;
    }

    private int flags() {
        return Short.toUnsignedInt(bytes.getShort(page + FLAGS));
    }

    private void load(WalSegment wanted, long start) throws EndOfWal {
        long chunk = start & -AT_ONCE;
        FileChannel open = file;
        if (chunk != loaded && open != null) {
            read(open, wanted, chunk);
        }
        page = (int) (start - chunk);
        if (bytes.limit() < page + SIZE) {
            throw new EndOfWal("could not read from WAL segment " + wanted.name() + ", offset "
                    + (start - wanted.start().position()) + ": read " + Math.max(0, bytes.limit() - page) + " of "
                    + SIZE);
        }
        check(wanted, start);
    }

    private void read(FileChannel open, WalSegment wanted, long chunk) {
        loaded = -1;
        bytes.clear();
        long from = chunk - wanted.start().position();
        try {
            int count;
            do {
                count = open.read(bytes, from + bytes.position());
            } while (count > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip();
        loaded = chunk;
    }

    /** A timeline's last segment is renamed when another timeline begins in it. */
    private void open(WalSegment wanted) throws EndOfWal {
        close();
        Path whole = directory.resolve(wanted.name());
        try {
            file = open(whole, directory.resolve(wanted.name() + ".partial"), wanted.name());
        } catch (NoSuchFileException e) {
            throw new EndOfWal(missing.lack(whole), EndOfWal.Kind.NO_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        segment = wanted;
    }

    private FileChannel open(Path whole, Path partial, String name) throws IOException {
        try {
            return FileChannel.open(whole);
        } catch (NoSuchFileException e) {
            return FileChannel.open(missing.fetch(name) ? whole : partial);
        }
    }

    private void check(WalSegment wanted, long start) throws EndOfWal {
        int magic = Short.toUnsignedInt(bytes.getShort(page + MAGIC));
        WalFormat found = WalFormat.ofMagic(magic).orElse(null);
        if (found == null || (format != null && !found.equals(format))) {
            throw wrong(String.format(Locale.ROOT, "invalid magic number %04X", magic), wanted, start);
        }
        boolean first = start == wanted.start().position();
        if ((flags() & ~KNOWN_FLAGS) != 0 || has(LONG_HEADER) != first) {
            throw wrong(String.format(Locale.ROOT, "invalid info bits %04X", flags()), wanted, start);
        }
        Lsn address = new Lsn(bytes.getLong(page + ADDRESS));
        if (address.position() != start) {
            throw wrong("unexpected pageaddr " + address, wanted, start);
        }
        long timeline = Integer.toUnsignedLong(bytes.getInt(page + TIMELINE));
        if (timeline < newestTimeline || timeline > wanted.timeline()) {
            throw wrong("out-of-sequence timeline ID " + timeline + " (after " + newestTimeline + ")", wanted, start);
        }
        if (first) {
            checkOwner();
        }
        format = found;
        newestTimeline = timeline;
    }

    private void checkOwner() throws EndOfWal {
        long foundSystem = bytes.getLong(page + SYSTEM);
        if (system != 0 && foundSystem != system) {
            throw new EndOfWal("WAL file is from different database system: its system identifier is "
                    + Long.toUnsignedString(foundSystem) + ", that of the one before is "
                    + Long.toUnsignedString(system));
        }
        if (Integer.toUnsignedLong(bytes.getInt(page + SEGMENT_SIZE)) != segmentSize) {
            throw new EndOfWal("WAL file is from different database system: incorrect segment size in page header");
        }
        if (bytes.getInt(page + PAGE_SIZE) != SIZE) {
            throw new EndOfWal("WAL file is from different database system: incorrect XLOG_BLCKSZ in page header");
        }
        system = foundSystem;
    }

    private EndOfWal wrong(String what, WalSegment segment, long start) {
        return new EndOfWal(format().wrongPage(what, segment, start));
    }

    @Override
    public void close() {
        FileChannel open = file;
        file = null;
        segment = null;
        loaded = -1;
        checked = -1;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
