package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.BlockReference;
import dev.pgduo.cluster.wal.RecordContent;
import java.nio.ByteBuffer;
import java.util.Map;

/** Describes the fields of GIN's records. */
final class GinFields {
    static final Map<String, RecordField> TYPES = Map.of("gininsert", GinFields::insert, "ginleaf", GinFields::leaf);

    private static final int IS_DATA = 1;
    private static final int IS_LEAF = 2;

    private static final int DELETE = 1;
    private static final int INSERT = 2;
    private static final int REPLACE = 3;
    private static final int ADD_ITEMS = 4;
    private static final int ITEM = 6;

    private GinFields() {}

    private static void insert(RecordContent content, int at, RecordText out) {
        ByteBuffer data = content.data();
        int flags = Bytes.u16(data, at);
        boolean isData = (flags & IS_DATA) != 0;
        boolean isLeaf = (flags & IS_LEAF) != 0;
        out.add("isdata: ").add(isData ? 'T' : 'F').add(" isleaf: ").add(isLeaf ? 'T' : 'F');
        if (!isLeaf) {
            out.add(" children: ").add(Bytes.block(data, at + 2)).add('/').add(Bytes.block(data, at + 6));
        }
        BlockReference page = content.blocks().get(0);
        if (page.image().isPresent()) {
            image(page.image().get(), out);
        } else if (!isData) {
            out.add(" isdelete: ").add(page.data().get(2) == 0 ? 'F' : 'T');
        } else if (isLeaf) {
            segments(page.data(), out);
        } else {
            out.add(" pitem: ").add(Bytes.block(page.data(), 2));
            out.add('-').add(Bytes.block(page.data(), 6)).add('/').add(Bytes.u16(page.data(), 10));
        }
    }

    private static void leaf(RecordContent content, int at, RecordText out) {
        BlockReference page = content.blocks().get(0);
        page.image().ifPresentOrElse(image -> image(image, out), () -> segments(page.data(), out));
    }

    private static void image(BlockReference.Image image, RecordText out) {
        out.add(image.applied() ? " (full page image)" : " (full page image, for WAL verification)");
    }

    private static void segments(ByteBuffer data, RecordText out) {
        int count = Bytes.u16(data, 0);
        out.add(' ').add(count).add(" segments:");
        int at = 2;
        for (int i = 0; i < count; i++) {
            int action = Bytes.u8(data, at + 1);
            out.add(' ').add(Bytes.u8(data, at));
            at += 2;
            switch (action) {
                case DELETE -> out.add(" (delete)");
                case INSERT, REPLACE -> {
                    out.add(action == INSERT ? " (insert)" : " (replace)");
                    at += 8 + (Bytes.u16(data, at + 6) + 1 & -2);
                }
                case ADD_ITEMS -> {
                    int items = Bytes.u16(data, at);
                    out.add(" (add ").add(items).add(" items)");
                    at += 2 + ITEM * items;
                }
                default -> {
                    out.add(" unknown action ").add(action).add(" ???");
                    return;
                }
            }
        }
    }
}
