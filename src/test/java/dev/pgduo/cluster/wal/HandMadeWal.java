package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A write-ahead log of some small segments that is written by hand; the rest of it is zero. */
public final class HandMadeWal {
    public static final int SEGMENT = 1 << 20;
    static final int PAGE = 8192;
    public static final int TRANSACTION = 1;
    static final int SWITCH = 0x40;
    public static final Lsn START = new Lsn(SEGMENT + 40);

    private static final int BASE = SEGMENT;
    private static final int SEGMENTS = 6;
    private static final int CONTINUED = 1;
    private static final int LONG = 2;

    final ByteBuffer bytes = ByteBuffer.allocate(SEGMENTS * SEGMENT).order(ByteOrder.nativeOrder());
    int timeline = 1;
    int magic = 0xD110;
    private long previous;
    private int at;

    /** The next record's place. */
    private int begin() {
        at = (at + 7) & -8;
        if (at % PAGE == 0) {
            page(0, 0);
        }
        return at;
    }

    private void page(int flags, int remaining) {
        boolean first = at % SEGMENT == 0;
        bytes.putShort(at, (short) magic);
        bytes.putShort(at + 2, (short) (flags | (first ? LONG : 0)));
        bytes.putInt(at + 4, timeline);
        bytes.putLong(at + 8, (long) BASE + at);
        bytes.putInt(at + 16, remaining);
        if (first) {
            bytes.putLong(at + 24, 77);
            bytes.putInt(at + 32, SEGMENT);
            bytes.putInt(at + 36, PAGE);
        }
        at += first ? 40 : 24;
    }

    /** Writes a record; says where. */
    public Lsn record(int manager, int info, int transaction, int payload) {
        byte[] bytes = new byte[payload];
        for (int i = 0; i < payload; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return record(manager, info, transaction, bytes);
    }

    /** The same with this behind its header. */
    Lsn record(int manager, int info, int transaction, byte[] payload) {
        ByteBuffer record = ByteBuffer.allocate(24 + payload.length).order(ByteOrder.nativeOrder());
        record.putInt(24 + payload.length).putInt(transaction).putLong(previous);
        record.put((byte) info).put((byte) manager).putShort((short) 0).putInt(0);
        record.put(payload);
        CRC32C crc = new CRC32C();
        crc.update(record.array(), 24, payload.length);
        crc.update(record.array(), 0, 20);
        record.putInt(20, (int) crc.getValue());
        int start = begin();
        put(record.array());
        previous = (long) BASE + start;
        return new Lsn(previous);
    }

    /** A commit of this transaction. */
    public Lsn commit(int transaction) {
        return record(TRANSACTION, 0, transaction, 10);
    }

    private void put(byte[] record) {
        int done = 0;
        while (done < record.length) {
            if (at % PAGE == 0) {
                page(CONTINUED, record.length - done);
            }
            int length = Math.min(record.length - done, PAGE - at % PAGE);
            bytes.put(at, record, done, length);
            at += length;
            done += length;
        }
    }

    /** Ends the segment: the next record is in the next one. */
    public Lsn switchSegment() {
        Lsn lsn = record(0, SWITCH, 0, 0);
        at = (at + SEGMENT - 1) / SEGMENT * SEGMENT;
        return lsn;
    }

    /** Forgets what is written from the page of this place on, and goes on there with a page that says so. */
    void loseFrom(Lsn page, Lsn last) {
        at = index(page);
        Arrays.fill(bytes.array(), at, bytes.capacity(), (byte) 0);
        page(8, 0);
        previous = last.position();
    }

    int index(Lsn lsn) {
        return (int) (lsn.position() - BASE);
    }

    /** Everything that has been written, as segments of this timeline. */
    public void save(Path directory, long owner) throws IOException {
        for (int i = 0; i * SEGMENT < at; i++) {
            WalSegment segment = new WalSegment(owner, new Lsn(BASE + (long) i * SEGMENT), SEGMENT);
            Files.write(
                    directory.resolve(segment.name()),
                    Arrays.copyOfRange(bytes.array(), i * SEGMENT, (i + 1) * SEGMENT));
        }
    }
}
