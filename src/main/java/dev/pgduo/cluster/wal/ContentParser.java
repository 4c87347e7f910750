package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the bytes behind a record's header apart: first what there is, then, in the same order, the things themselves. */
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

    private final WalFormat format;
    private final ByteBuffer body;
    private final List<Header> headers = new ArrayList<>(4);
    private int origin;
    private long mainLength;
    private long announced;

    private ContentParser(WalFormat format, ByteBuffer body) {
        this.format = format;
        this.body = body;
    }

    /**
     * Parses a record whose checksum is right.
     *
     * @param body from index 0 to the limit
     * @throws EndOfWal when it does not add up
     */
    static RecordContent parse(WalFormat format, ByteBuffer body, Lsn start) throws EndOfWal {
        try {
            return new ContentParser(format, body).content();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new EndOfWal("record with invalid length at " + start);
        }
    }

    private record Header(
            int id, int flags, RelFileNode relation, long block, int length, Optional<BlockReference.Image> image) {}

    private RecordContent content() {
        RelFileNode relation = new RelFileNode(0, 0, 0);
        while (body.remaining() > announced) {
            int id = Byte.toUnsignedInt(body.get());
            if (id <= LAST_BLOCK) {
                Header header = block(id, relation);
                relation = header.relation;
                headers.add(header);
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
        List<BlockReference> blocks = new ArrayList<>(headers.size());
        for (Header header : headers) {
            body.position(body.position()
                    + header.image.map(BlockReference.Image::length).orElse(0));
            blocks.add(new BlockReference(
                    header.id, header.flags & FORK, header.relation, header.block, header.image, take(header.length)));
        }
        return new RecordContent(format, blocks, take(mainLength), origin);
    }

    private ByteBuffer take(long length) {
        ByteBuffer part = body.slice(body.position(), Math.toIntExact(length)).order(ByteOrder.nativeOrder());
        body.position(body.position() + part.remaining());
        return part;
    }

    private Header block(int id, RelFileNode before) {
        int flags = Byte.toUnsignedInt(body.get());
        int length = u16();
        if ((length > 0) != ((flags & HAS_DATA) != 0)) {
            throw new IllegalArgumentException("data length " + length);
        }
        announced += length;
        Optional<BlockReference.Image> image = (flags & HAS_IMAGE) == 0 ? Optional.empty() : Optional.of(image());
        RelFileNode relation = (flags & SAME_RELATION) != 0 ? before : new RelFileNode(u32(), u32(), u32());
        return new Header(id, flags, relation, u32(), length, image);
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
