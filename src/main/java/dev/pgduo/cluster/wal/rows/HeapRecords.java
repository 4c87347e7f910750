package dev.pgduo.cluster.wal.rows;

import dev.pgduo.cluster.wal.BlockReference;
import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.rows.LoggedRow.Kind;
import java.nio.ByteBuffer;

/**
 * Reads the WAL records of changes to rows (resource managers Heap and Heap2), which are the same from 9.6 to 18.
 *
 * @see <a href="https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/access/heapam_xlog.h">heapam_xlog.h</a>
 */
final class HeapRecords {
    private static final int HEAP2 = 9;
    private static final int HEAP = 10;

    private static final int OPERATION = 0x70;
    private static final int NEW_PAGE = 0x80;
    private static final int INSERT = 0x00;
    private static final int DELETE = 0x10;
    private static final int UPDATE = 0x20;
    private static final int HOT_UPDATE = 0x40;
    private static final int MULTI_INSERT = 0x50;

    private static final int DELETE_OFFSET = 4;
    private static final int DELETE_FLAGS = 7;
    private static final int WITHDRAWN = 1 << 3;
    private static final int OLD_OFFSET = 4;
    private static final int NEW_OFFSET = 12;
    private static final int ROWS = 2;
    private static final int OFFSETS = 4;

    private HeapRecords() {}

    /** Receives the changes of rows. */
    interface Taker {
        /** A row of this table was changed. */
        void row(RelFileNode table, LoggedRow change);
    }

    /** Whether a record may be about rows. */
    static boolean about(WalRecord record) {
        return record.resourceManager() == HEAP || record.resourceManager() == HEAP2;
    }

    /** Hands each change of a row in the record to the taker. */
    static void read(WalRecord record, RecordContent content, Taker taker) {
        if (content.blocks().isEmpty()) {
            return;
        }
        int operation = record.info() & OPERATION;
        if (record.resourceManager() == HEAP2) {
            if (operation == MULTI_INSERT) {
                many(record, content.blocks().get(0), content.data(), taker);
            }
            return;
        }
        // Locks, confirmations of speculative insertions and in-place updates neither add nor remove a row.
        switch (operation) {
            case INSERT -> insert(record, content, taker);
            case DELETE -> delete(record, content, taker);
            case UPDATE, HOT_UPDATE -> update(record, content, taker);
            default -> {}
        }
    }

    private static void insert(WalRecord record, RecordContent content, Taker taker) {
        BlockReference block = content.blocks().get(0);
        long place = place(block, u16(content.data(), 0));
        taker.row(block.relation(), new LoggedRow(order(record), Kind.INSERT, 0, place));
    }

    private static void delete(WalRecord record, RecordContent content, Taker taker) {
        BlockReference block = content.blocks().get(0);
        boolean withdrawn = (content.data().get(DELETE_FLAGS) & WITHDRAWN) != 0;
        long place = place(block, u16(content.data(), DELETE_OFFSET));
        taker.row(block.relation(), new LoggedRow(order(record), withdrawn ? Kind.WITHDRAW : Kind.DELETE, place, 0));
    }

    private static void update(WalRecord record, RecordContent content, Taker taker) {
        BlockReference block = content.blocks().get(0);
        // The old block is referred to only if it is not the new one.
        BlockReference old = content.blocks().get(content.blocks().size() - 1);
        long before = place(old, u16(content.data(), OLD_OFFSET));
        long after = place(block, u16(content.data(), NEW_OFFSET));
        taker.row(block.relation(), new LoggedRow(order(record), Kind.UPDATE, before, after));
    }

    private static long order(WalRecord record) {
        return record.start().position();
    }

    private static void many(WalRecord record, BlockReference block, ByteBuffer data, Taker taker) {
        boolean fresh = (record.info() & NEW_PAGE) != 0;
        int rows = u16(data, ROWS);
        for (int i = 0; i < rows; i++) {
            int offset = fresh ? i + 1 : u16(data, OFFSETS + 2 * i);
            taker.row(block.relation(), new LoggedRow(order(record), Kind.INSERT, 0, place(block, offset)));
        }
    }

    private static long place(BlockReference block, int offset) {
        return RowPlace.of(block.block(), offset);
    }

    private static int u16(ByteBuffer data, int at) {
        return Short.toUnsignedInt(data.getShort(at));
    }
}
