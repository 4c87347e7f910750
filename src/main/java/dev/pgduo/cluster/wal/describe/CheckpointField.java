package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RecordContent;
import java.nio.ByteBuffer;
import java.util.List;

/** Describes the fields of a checkpoint record, all but its kind. */
final class CheckpointField {
    private static final List<String> LEVELS = List.of("minimal", "replica", "logical");
    /** The first major in which the next transaction's ID has 64 bits, aligned to 8 bytes. */
    private static final int WIDE_XIDS = 12;

    private static final int NAMES_LEVEL = 17;

    private CheckpointField() {}

    static String level(int number) {
        return number >= 0 && number < LEVELS.size() ? LEVELS.get(number) : "?";
    }

    static void write(RecordContent content, RecordText out) {
        ByteBuffer data = content.data();
        boolean wide = content.format().major() >= WIDE_XIDS;
        int rest = wide ? 32 : 28;
        out.add("redo ").lsn(data.getLong(0), 1);
        out.add("; tli ").add(Bytes.u32(data, 8)).add("; prev tli ").add(Bytes.u32(data, 12));
        out.add("; fpw ").add(data.get(16) == 0 ? "false" : "true");
        if (content.format().major() >= NAMES_LEVEL) {
            out.add("; wal_level ").add(level(data.getInt(20)));
        }
        long epoch = Bytes.u32(data, wide ? 28 : 20);
        out.add("; xid ").add(epoch).add(':').add(Bytes.u32(data, 24));
        out.add("; oid ").add(Bytes.u32(data, rest));
        out.add("; multi ").add(Bytes.u32(data, rest + 4));
        out.add("; offset ").add(Bytes.u32(data, rest + 8));
        out.add("; oldest xid ").add(Bytes.u32(data, rest + 12));
        out.add(" in DB ").add(Bytes.u32(data, rest + 16));
        out.add("; oldest multi ").add(Bytes.u32(data, rest + 20));
        out.add(" in DB ").add(Bytes.u32(data, rest + 24));
        int last = wide ? 72 : 64;
        out.add("; oldest/newest commit timestamp xid: ").add(Bytes.u32(data, last));
        out.add('/').add(Bytes.u32(data, last + 4));
        out.add("; oldest running xid ").add(Bytes.u32(data, last + 8));
    }
}
