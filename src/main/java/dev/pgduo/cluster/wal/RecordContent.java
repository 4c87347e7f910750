package dev.pgduo.cluster.wal;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What is in a record behind its header; only good until the next record is read.
 *
 * @param format of the major that wrote it
 * @param blocks the pages that it changes
 * @param data the resource manager's own, from index 0 on
 * @param origin the replication origin, 0 for none
 */
public record RecordContent(WalFormat format, List<BlockReference> blocks, ByteBuffer data, int origin) {
    public RecordContent {
        blocks = List.copyOf(blocks);
    }

    /** How many bytes of the record are images of pages. */
    public long imageBytes() {
        long bytes = 0;
        for (BlockReference block : blocks) {
            bytes += block.image().map(BlockReference.Image::length).orElse(0);
        }
        return bytes;
    }
}
