package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.nio.ByteBuffer;

/** Reads one record's bytes page by page, without the headers of the pages that it crosses. */
final class RecordBytes {
    private static final int SHORT_HEADER = 24;

    private final WalPages pages;
    private final long length;
    private long position;
    private long left;

    /**
     * A record.
     *
     * @param start its position, on the current page of the pages
     * @param length of the whole record
     */
    RecordBytes(WalPages pages, long start, long length) {
        this.pages = pages;
        this.position = start;
        this.length = length;
        this.left = length;
    }

    /** The position of the next byte; at the end, the one after the record's last byte. */
    long position() {
        return position;
    }

    boolean hasMore() {
        return left > 0;
    }

    /** The next bytes, at most this number and no more than are on the page; valid until the next page is read. */
    ByteBuffer part(long most) throws EndOfWal, RecordOverwritten {
        if ((position & (WalPages.SIZE - 1)) == 0 && left < length) {
            turnPage();
        }
        ByteBuffer part = pages.slice(position, Math.min(most, left));
        position += part.remaining();
        left -= part.remaining();
        return part;
    }

    private void turnPage() throws EndOfWal, RecordOverwritten {
        pages.require(position + Math.min(left + SHORT_HEADER, WalPages.SIZE));
        pages.go(position);
        Lsn page = new Lsn(position);
        if (pages.has(WalPages.OVERWRITTEN)) {
            throw new RecordOverwritten(page);
        }
        if (!pages.has(WalPages.CONTINUED)) {
            throw new EndOfWal("there is no contrecord flag at " + page);
        }
        if (pages.remaining() != left) {
            throw new EndOfWal(
                    "invalid contrecord length " + pages.remaining() + " (expected " + left + ") at " + page);
        }
        position = pages.behindHeader(position);
    }
}
