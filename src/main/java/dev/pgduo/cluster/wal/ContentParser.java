package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * Parses the content of WAL records behind their header: the headers of block references come first, then their images and data in the same
 * order. One parser parses many records. For one thread.
 */
final class ContentParser {
    private static final int LAST_BLOCK = 32;
    private static final int TOP_TRANSACTION = 252;
    private static final int ORIGIN = 253;
    private static final int LONG_DATA = 254;
    private static final int SHORT_DATA = 255;

    private static final int FORK = 0x0F;
    private static final int HAS_IMAGE = 0x10;
    private static final int HAS_DATA = 0x20;
    private static final int SAME_RELATION = 0x80;

    private static final int HAS_HOLE = 1;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final RelFileNode NO_RELATION = new RelFileNode(0, 0, 0);

    private final Header[] headers = new Header[LAST_BLOCK + 1];
    private WalFormat format = new WalFormat(0);
    private ByteBuffer body = NOTHING;
    private RelFileNode relation = NO_RELATION;
    private int count;
    private int origin;
    private long mainLength;
    private long announced;

    ContentParser() {
        for (int i = 0; i < headers.length; i++) {
            headers[i] = new Header();
        }
    }

    /** The header of a block reference. */
    private static final class Header {
        int id;
        int flags;
        RelFileNode relation = NO_RELATION;
        long block;
        int length;
        Optional<BlockReference.Image> image = Optional.empty();

        BlockReference with(ByteBuffer data) {
            return new BlockReference(id, flags & FORK, relation, block, image, data);
        }
    }

    /**
     * Parses a record whose checksum is right.
     *
     * @param bytes the content, from the position to the limit
     * @throws EndOfWal when lengths in it contradict each other
     */
    RecordContent parse(WalFormat major, ByteBuffer bytes, long start) throws EndOfWal {
        try {
            headers(major, bytes);
            return new RecordContent(format, blocks(), take(mainLength), origin);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw wrongLength(start);
        }
    }

    /** Parses a record in the same way, but passes on only which blocks it refers to: that makes no objects. */
    void references(WalFormat major, ByteBuffer bytes, long start, BlockSink sink) throws EndOfWal {
        try {
            headers(major, bytes);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw wrongLength(start);
        }
        if (body.remaining() < announced) {
            throw wrongLength(start);
        }
        for (int i = 0; i < count; i++) {
            Header header = headers[i];
            sink.block(header.relation, header.flags & FORK, header.block);
        }
    }

    private static EndOfWal wrongLength(long start) {
        return new EndOfWal("record with invalid length at " + new Lsn(start));
    }

    private void headers(WalFormat major, ByteBuffer bytes) {
        format = major;
        body = bytes;
        count = 0;
        origin = 0;
        mainLength = 0;
        announced = 0;
        while (body.remaining() > announced) {
            int id = Byte.toUnsignedInt(body.get());
            if (id <= LAST_BLOCK) {
                header(headers[count++], id);
            } else if (id == ORIGIN) {
                origin = u16();
            } else if (id == TOP_TRANSACTION) {
                body.getInt();
            } else if (id == SHORT_DATA || id == LONG_DATA) {
                mainLength = id == SHORT_DATA ? Byte.toUnsignedInt(body.get()) : Integer.toUnsignedLong(body.getInt());
                announced += mainLength;
            } else {
                throw new IllegalArgumentException("block_id " + id);
            }
        }
    }

    private List<BlockReference> blocks() {
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(block(headers[0]));
        }
        BlockReference[] blocks = new BlockReference[count];
        for (int i = 0; i < count; i++) {
            blocks[i] = block(headers[i]);
        }
        return List.of(blocks);
    }

    private BlockReference block(Header header) {
        if (header.image.isPresent()) {
            body.position(body.position() + header.image.get().length());
        }
        return header.with(take(header.length));
    }

    private ByteBuffer take(long length) {
        if (length == 0) {
            return NOTHING;
        }
        ByteBuffer part = body.slice(body.position(), Math.toIntExact(length)).order(ByteOrder.nativeOrder());
        body.position(body.position() + part.remaining());
        return part;
    }

    private void header(Header header, int id) {
        header.id = id;
        header.flags = Byte.toUnsignedInt(body.get());
        header.length = u16();
        if ((header.length > 0) != ((header.flags & HAS_DATA) != 0)) {
            throw new IllegalArgumentException("data length " + header.length);
        }
        announced += header.length;
        header.image = (header.flags & HAS_IMAGE) == 0 ? Optional.empty() : Optional.of(image());
        if ((header.flags & SAME_RELATION) == 0) {
            relation();
        } else if (count == 1) {
            throw new IllegalArgumentException("no relation before block " + id);
        }
        header.relation = relation;
        header.block = u32();
    }

    /** Reads a relation; the object of the last one is used again if it is the same, as it mostly is. */
    private void relation() {
        long tablespace = u32();
        long database = u32();
        long number = u32();
        if (number != relation.relation() || database != relation.database() || tablespace != relation.tablespace()) {
            relation = new RelFileNode(tablespace, database, number);
        }
    }

    private BlockReference.Image image() {
        int length = u16();
        int offset = u16();
        int bits = Byte.toUnsignedInt(body.get());
        announced += length;
        String compression = compression(bits);
        boolean hole = (bits & HAS_HOLE) != 0;
        int holeLength = compression.isEmpty() ? WalPages.SIZE - length : hole ? u16() : 0;
        return new BlockReference.Image(length, offset, holeLength, applied(bits), compression);
    }

    private boolean applied(int bits) {
        int apply = format.namesCompression() ? 2 : 4;
        return format.major() == 9 || (bits & apply) != 0;
    }

    private String compression(int bits) {
        if (!format.namesCompression()) {
            return (bits & 2) == 0 ? "" : "pglz";
        }
        if ((bits & 0x1C) == 0) {
            return "";
        }
        return (bits & 4) != 0 ? "pglz" : (bits & 8) != 0 ? "lz4" : "zstd";
    }

    private int u16() {
        return Short.toUnsignedInt(body.getShort());
    }

    private long u32() {
        return Integer.toUnsignedLong(body.getInt());
    }
}
