package dev.pgduo.cluster.wal;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The content of a WAL record behind its header; valid until the next record is read.
 *
 * @param format of the major that wrote it
 * @param blocks the blocks that it refers to
 * @param data the resource manager's own, from index 0 on
 * @param origin the replication origin, 0 for none
 */
public record RecordContent(WalFormat format, List<BlockReference> blocks, ByteBuffer data, int origin) {
    public RecordContent {
        blocks = List.copyOf(blocks);
    }

    /** The size of the record's full-page images, in bytes. */
    public long imageBytes() {
        long bytes = 0;
        for (BlockReference block : blocks) {
            bytes += block.image().map(BlockReference.Image::length).orElse(0);
        }
        return bytes;
    }
}
