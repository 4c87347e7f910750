package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RelFileNode;
import java.nio.ByteBuffer;

/** Reads fields of a record's data, in the machine's byte order. */
final class Bytes {
    private Bytes() {}

    static int u8(ByteBuffer data, int offset) {
        return Byte.toUnsignedInt(data.get(offset));
    }

    static int u16(ByteBuffer data, int offset) {
        return Short.toUnsignedInt(data.getShort(offset));
    }

    static long u32(ByteBuffer data, int offset) {
        return Integer.toUnsignedLong(data.getInt(offset));
    }

    /** A block number that is stored as two 16-bit halves, the high one first. */
    static long block(ByteBuffer data, int offset) {
        return (long) u16(data, offset) << 16 | u16(data, offset + 2);
    }

    static RelFileNode relation(ByteBuffer data, int offset) {
        return new RelFileNode(u32(data, offset), u32(data, offset + 4), u32(data, offset + 8));
    }
}
