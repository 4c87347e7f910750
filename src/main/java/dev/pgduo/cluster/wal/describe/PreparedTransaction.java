package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.describe.TransactionEnd.Part;
import java.nio.ByteBuffer;

/**
 * The parts of a PREPARE TRANSACTION record, from 13 on, by their offsets in its data.
 *
 * @param time of the PREPARE, microseconds since 2000
 * @param initFile whether the relation cache's init files are made invalid
 * @param gidAt offset of the transaction's name
 * @param originAt offset of the origin's LSN and timestamp
 */
record PreparedTransaction(
        long time,
        boolean initFile,
        int gidAt,
        int originAt,
        Part subtransactions,
        Part commitRelations,
        Part abortRelations,
        Part commitStatistics,
        Part abortStatistics,
        Part messages) {
    private static final int COUNTS = 28;
    private static final int STATISTICS_FROM = 15;

    static PreparedTransaction read(RecordContent content) {
        ByteBuffer data = content.data();
        boolean statistics = content.format().major() >= STATISTICS_FROM;
        // A major with statistics has two more counts.
        int afterCounts = COUNTS + (statistics ? 24 : 16);
        int origin = afterCounts + 4;
        Cursor cursor = new Cursor(data, origin + 16);
        int gid = cursor.skip(1, Bytes.u16(data, afterCounts + 2));
        int size = TransactionEnd.statisticsBytes(content.format());
        Part subtransactions = cursor.part(4, COUNTS);
        Part commitRelations = cursor.part(12, COUNTS + 4);
        Part abortRelations = cursor.part(12, COUNTS + 8);
        Part commitStatistics = statistics ? cursor.part(size, COUNTS + 12) : Part.NONE;
        Part abortStatistics = statistics ? cursor.part(size, COUNTS + 16) : Part.NONE;
        return new PreparedTransaction(
                data.getLong(16),
                data.get(afterCounts) != 0,
                gid,
                origin,
                subtransactions,
                commitRelations,
                abortRelations,
                commitStatistics,
                abortStatistics,
                cursor.part(16, afterCounts - 4));
    }

    private static final class Cursor {
        private final ByteBuffer data;
        private int at;

        Cursor(ByteBuffer data, int at) {
            this.data = data;
            this.at = at;
        }

        Part part(int size, int countAt) {
            int count = data.getInt(countAt);
            return new Part(skip(size, count), count);
        }

        /** Moves past a part, whose end is rounded up to a multiple of 8; returns where it begins. */
        int skip(int size, int count) {
            int start = at;
            at += size * count + 7 & -8;
            return start;
        }
    }
}
