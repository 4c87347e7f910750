package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.WalFormat;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of a commit or abort record, by their offsets in its data.
 *
 * @param time of the commit or abort, microseconds since 2000
 * @param info flags for the parts that there are, and for other actions at replay
 * @param database the OID of the database that the messages are for
 * @param tablespace the OID of that database's tablespace
 * @param subtransactions their IDs, 4 bytes each
 * @param relations the relations whose files are removed, 12 bytes each
 * @param statistics the statistics that are dropped
 * @param messages invalidation messages to other sessions, 16 bytes each
 * @param preparedXid the ID of the prepared transaction; 0 for an ordinary transaction
 * @param origin offset of the origin's LSN and timestamp; 0 for none
 */
public record TransactionEnd(
        long time,
        int info,
        long database,
        long tablespace,
        Part subtransactions,
        Part relations,
        Part statistics,
        Part messages,
        long preparedXid,
        int origin) {
    /** The flag that the relation cache's init files are made invalid. */
    static final int INIT_FILE = 1 << 30;

    static final int APPLY_FEEDBACK = 1 << 29;
    static final int SYNC = 1 << 31;

    private static final int DATABASE = 1;
    private static final int SUBTRANSACTIONS = 2;
    private static final int RELATIONS = 4;
    private static final int MESSAGES = 8;
    private static final int TWO_PHASE = 0x10;
    private static final int ORIGIN = 0x20;
    private static final int GID = 0x80;
    private static final int STATISTICS = 0x100;
    private static final int WIDE_STATISTICS = 18;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * A list of entries of the same size.
     *
     * @param at the offset of the first one
     */
    public record Part(int at, int count) {
        static final Part NONE = new Part(0, 0);
    }

    /** The size of an entry of dropped statistics, in bytes. */
    static int statisticsBytes(WalFormat format) {
        return format.major() >= WIDE_STATISTICS ? 16 : 12;
    }

    /** Parses a commit or abort record. */
    public static TransactionEnd read(RecordContent content, boolean commit) {
        return new Walk(content).read(commit);
    }

    /** The time of the commit or abort. */
    public Instant when() {
        return EPOCH.plus(time, ChronoUnit.MICROS);
    }

    /** The IDs of the subtransactions. */
    public List<Long> subtransactionIds(RecordContent content) {
        return IntStream.range(0, subtransactions.count())
                .mapToObj(i -> Bytes.u32(content.data(), subtransactions.at() + 4 * i))
                .toList();
    }

    /** The relation at this offset in a record's data. */
    public static RelFileNode file(ByteBuffer data, int at) {
        return Bytes.relation(data, at);
    }

    private static final class Walk {
        private final ByteBuffer data;
        private final WalFormat format;
        private final int info;
        private int at = 8;

        Walk(RecordContent content) {
            this.data = content.data();
            this.format = content.format();
            // The bit in the record's header that says whether flags follow is not here; without flags the record ends
            // after the time.
            this.info = data.limit() >= 12 ? data.getInt(at) : 0;
            at += 4;
        }

        TransactionEnd read(boolean commit) {
            int place = at;
            long database = has(DATABASE) ? Bytes.u32(data, place) : 0;
            long tablespace = has(DATABASE) ? Bytes.u32(data, place + 4) : 0;
            at += has(DATABASE) ? 8 : 0;
            Part subtransactions = part(SUBTRANSACTIONS, 4);
            Part relations = part(RELATIONS, 12);
            Part statistics = part(STATISTICS, statisticsBytes(format));
            Part messages = commit ? part(MESSAGES, 16) : Part.NONE;
            long prepared = 0;
            if (has(TWO_PHASE)) {
                prepared = Bytes.u32(data, at);
                at += 4;
                skipGid();
            }
            int origin = has(ORIGIN) ? at : 0;
            return new TransactionEnd(
                    data.getLong(0),
                    info,
                    database,
                    tablespace,
                    subtransactions,
                    relations,
                    statistics,
                    messages,
                    prepared,
                    origin);
        }

        private void skipGid() {
            if (has(GID)) {
                while (data.get(at++) != 0) {
                    // The name ends with a zero byte.
                }
            }
        }

        private boolean has(int part) {
            return (info & part) != 0;
        }

        private Part part(int bit, int size) {
            if (!has(bit)) {
                return Part.NONE;
            }
            Part part = new Part(at + 4, data.getInt(at));
            at += 4 + size * part.count;
            return part;
        }
    }
}
