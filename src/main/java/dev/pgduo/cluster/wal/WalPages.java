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

/** Reads the pages of the WAL and checks their headers; a few pages are read at a time. For one thread, and for reading forwards. */
final class WalPages implements AutoCloseable {
    /** The size of a page in bytes (XLOG_BLCKSZ). */
    static final int SIZE = 8192;

    /** The flag of a page that begins with the rest of a record from the page before. */
    static final int CONTINUED = 1;
    /** The flag of a page written over the rest of a record, which was lost in a crash. */
    static final int OVERWRITTEN = 8;

    private static final int LONG_HEADER = 2;
    private static final int KNOWN_FLAGS = 0xF;
    private static final int SHORT_BYTES = 24;
    /** The size of the header of a segment's first page. */
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

    /** The position after the header of the page that begins here. */
    long behindHeader(long pageStart) {
        return pageStart + ((pageStart & (segmentSize - 1)) == 0 ? LONG_BYTES : SHORT_BYTES);
    }

    /** Makes the page with this position the current one. */
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
                // Only a segment's first page has the system identifier and the segment size.
                load(wanted, wanted.start().position());
            }
        }
        load(wanted, start);
        checked = start;
    }

    /** The bytes of the current page from this position to the page's end, at most this number; valid until another page is read. */
    ByteBuffer slice(long position, long most) {
        int offset = (int) (position & (SIZE - 1));
        return bytes.slice(page + offset, (int) Math.min(most, SIZE - offset)).order(ByteOrder.nativeOrder());
    }

    /** The buffer with the current page; not to be changed, and valid until another page is read. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** The array of {@link #bytes}. */
    byte[] array() {
        return array;
    }

    /** The index in {@link #bytes} of a position on the current page. */
    int index(long position) {
        return page + (int) (position & (SIZE - 1));
    }

    /** Whether the current page has this flag. */
    boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    /** The rest of the record that began before the current page, in bytes (xlp_rem_len). */
    long remaining() {
        return Integer.toUnsignedLong(bytes.getInt(page + REMAINING));
    }

    /** Forgets the newest timeline seen, before an earlier page is read: a segment may begin with one timeline and end with the next. */
    void restart() {
        newestTimeline = 0;
    }

    /** The format of the pages read so far; a default before the first page. */
    WalFormat format() {
        WalFormat known = format;
        return known == null ? USUAL : known;
    }

    /** Sets how missing segments are fetched. */
    void fetching(MissingSegments archive) {
        missing = archive;
    }

    /** Sets the position beyond which nothing is read. */
    void stopAt(Lsn end) {
        limit = end.position();
    }

    /**
     * Checks that this position may be read up to.
     *
     * @throws EndOfWal when it is beyond the limit
     */
    void require(long end) throws EndOfWal {
        if (Long.compareUnsigned(end, limit) > 0) {
            throw new EndOfWal("the log is not to be read behind " + new Lsn(limit), EndOfWal.Kind.LIMIT);
        }
    }

    /** Drops what was read, so that the files are read anew: a server may have written more. */
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

    /** Opens a segment; a timeline's last one may have been renamed to {@code .partial}, when another timeline began in it. */
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
        if (found == null || (format != null && found.major() != format.major())) {
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
