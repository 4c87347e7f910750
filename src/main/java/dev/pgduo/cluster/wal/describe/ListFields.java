package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.BlockReference;
import dev.pgduo.cluster.wal.RecordContent;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** Describes lists of values, and values that are printed as words. */
final class ListFields {
    static final Map<String, RecordField> TYPES = Map.ofEntries(
            Map.entry("checkpoint", (content, at, out) -> CheckpointField.write(content, out)),
            Map.entry(
                    "wal_level",
                    (content, at, out) ->
                            out.add(CheckpointField.level(content.data().getInt(at)))),
            Map.entry("forkpath", ListFields::forkPath),
            Map.entry("xids", (content, at, out) -> numbers(content.data(), at, at + 4, out)),
            Map.entry("relids", (content, at, out) -> numbers(content.data(), at, 12, out)),
            Map.entry("tablespaces", ListFields::tablespaces),
            Map.entry("members", ListFields::members),
            Map.entry("locks", ListFields::locks),
            Map.entry("running", ListFields::running),
            Map.entry("bits", (content, at, out) -> bits(Bytes.u8(content.data(), at), out)),
            Map.entry("infobits", (content, at, out) -> infobits(Bytes.u8(content.data(), at), out)),
            Map.entry("prune", ListFields::prune),
            Map.entry(
                    "metapage",
                    (content, at, out) ->
                            out.add(Bytes.u32(content.blocks().get(0).data(), at))),
            Map.entry("deltas", ListFields::deltas),
            Map.entry(
                    "transactional",
                    (content, at, out) -> out.add(content.data().get(at) == 0 ? "non-transactional" : "transactional")),
            Map.entry("payload", ListFields::payload));

    private static final List<String> LOCK_BITS =
            List.of("IS_MULTI", "LOCK_ONLY", "EXCL_LOCK", "KEYSHR_LOCK", "KEYS_UPDATED");
    private static final List<String> MEMBER_STATUS =
            List.of("(keysh) ", "(sh) ", "(fornokeyupd) ", "(forupd) ", "(nokeyupd) ", "(upd) ");
    private static final int CATALOG = 2;
    private static final int HAS_HORIZON = 8;
    private static final int LINE = 1 << 12;

    private ListFields() {}

    private static void forkPath(RecordContent content, int at, RecordText out) {
        out.add(Bytes.relation(content.data(), at).path(content.format()));
        int fork = content.data().getInt(at + 12);
        if (fork > 0 && fork < BlockReference.FORKS.size()) {
            out.add('_').add(BlockReference.FORKS.get(fork));
        }
    }

    /**
     * Writes a list of numbers.
     *
     * @param countAt where their count is
     * @param first where the first one is
     */
    private static void numbers(ByteBuffer data, int countAt, int first, RecordText out) {
        int count = data.getInt(countAt);
        for (int i = 0; i < count; i++) {
            out.add(' ').add(Bytes.u32(data, first + 4 * i));
        }
    }

    private static void tablespaces(RecordContent content, int at, RecordText out) {
        ByteBuffer data = content.data();
        int count = data.getInt(at + 4);
        for (int i = 0; i < count; i++) {
            out.add(' ').add(Bytes.u32(data, at + 8 + 4 * i)).add('/').add(Bytes.u32(data, at));
        }
    }

    private static void members(RecordContent content, int at, RecordText out) {
        ByteBuffer data = content.data();
        int count = data.getInt(at);
        for (int i = 0; i < count; i++) {
            int member = at + 4 + 8 * i;
            long status = Bytes.u32(data, member + 4);
            out.add(Bytes.u32(data, member))
                    .add(' ')
                    .add(status < MEMBER_STATUS.size() ? MEMBER_STATUS.get((int) status) : "(unk) ");
        }
    }

    private static void locks(RecordContent content, int at, RecordText out) {
        ByteBuffer data = content.data();
        int count = data.getInt(at);
        for (int i = 0; i < count; i++) {
            int lock = at + 4 + 12 * i;
            out.add("xid ").add(Bytes.u32(data, lock));
            out.add(" db ").add(Bytes.u32(data, lock + 4));
            out.add(" rel ").add(Bytes.u32(data, lock + 8)).add(' ');
        }
    }

    private static void running(RecordContent content, int at, RecordText out) {
        ByteBuffer data = content.data();
        int count = data.getInt(at);
        if (count > 0) {
            out.add("; ").add(count).add(" xacts:");
            for (int i = 0; i < count; i++) {
                out.add(' ').add(Bytes.u32(data, at + 24 + 4 * i));
            }
        }
        if (data.get(at + 8) != 0) {
            out.add("; subxid ovf");
        }
    }

    private static void bits(int set, RecordText out) {
        for (int i = 0; i < LOCK_BITS.size(); i++) {
            if ((set & 1 << i) != 0) {
                out.add(LOCK_BITS.get(i)).add(' ');
            }
        }
    }

    private static void infobits(int set, RecordText out) {
        out.add("infobits: [");
        int before = out.length();
        for (int i = 0; i < LOCK_BITS.size(); i++) {
            if ((set & 1 << i) != 0) {
                out.add(out.length() == before ? "" : ", ").add(LOCK_BITS.get(i));
            }
        }
        out.add("]");
    }

    private static void prune(RecordContent content, int at, RecordText out) {
        int flags = Bytes.u8(content.data(), at + 1);
        if ((flags & HAS_HORIZON) != 0) {
            out.add("snapshotConflictHorizon: ").add(Bytes.u32(content.data(), at + 2));
        }
        out.add(", isCatalogRel: ").add((flags & CATALOG) != 0 ? 'T' : 'F');
    }

    private static void deltas(RecordContent content, int at, RecordText out) {
        ByteBuffer data = content.data();
        int place = at;
        while (place < data.limit()) {
            int length = Bytes.u16(data, place + 2);
            out.add("offset ").add(Bytes.u16(data, place)).add(", length ").add(length);
            place += 4 + length;
            out.add(place < data.limit() ? "; " : "");
        }
    }

    private static void payload(RecordContent content, int at, RecordText out) {
        ByteBuffer data = content.data();
        int first = 24 + Math.toIntExact(data.getLong(at));
        long length = data.getLong(at + 8);
        for (int i = 0; i < length; i++) {
            out.add(i == 0 ? "" : " ").hex(Bytes.u8(data, first + i), 2);
            if (i % LINE == 0) {
                out.relieve();
            }
        }
    }
}
