package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.WalFormat;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.version.MajorTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of one major are called and how they are described. Immutable. */
public final class Descriptions {
    private static final int OPERATION = 0xF0;
    private static final int TRANSACTION_OPERATION = 0x70;

    private final Map<Integer, Kind> kinds = new HashMap<>();

    private record Kind(String name, Template text) {}

    /** Those of this major. */
    public Descriptions(WalFormat format) {
        for (List<String> row :
                MajorTable.of(Descriptions.class, "records.txt", format.major()).rows()) {
            int manager = ResourceManager.NAMES.indexOf(row.get(0));
            Kind kind = new Kind(row.get(2), Template.of(row.get(3)));
            if (row.get(1).equals("*")) {
                for (int info = 0; info <= OPERATION; info += 0x10) {
                    kinds.put(key(manager, info), kind);
                }
            } else {
                kinds.put(key(manager, Integer.parseInt(row.get(1), 16)), kind);
            }
        }
    }

    private static int key(int manager, int info) {
        return manager << 8 | info;
    }

    /** The bits of a record's info that say what it does. */
    static int operation(int manager, int info) {
        return info & (manager == ResourceManager.TRANSACTION ? TRANSACTION_OPERATION : OPERATION);
    }

    /** The record's name; {@code UNKNOWN (hex)} for one that there is not. */
    public String name(int manager, int info) {
        Kind kind = kind(manager, info);
        return kind == null ? "UNKNOWN (" + Integer.toHexString(info & OPERATION) + ")" : kind.name;
    }

    /** Whether the major has such a record. */
    public boolean knows(int manager, int info) {
        return kind(manager, info) != null;
    }

    private @Nullable Kind kind(int manager, int info) {
        return kinds.get(key(manager, operation(manager, info)));
    }

    /** What the record does, without its name. */
    public String text(WalRecord record, RecordContent content) {
        RecordText out = new RecordText();
        write(record, content, out);
        return out.toString();
    }

    void write(WalRecord record, RecordContent content, RecordText out) {
        Kind kind = kind(record.resourceManager(), record.info());
        if (kind != null) {
            kind.text.write(content, out);
        } else if (record.resourceManager() >= ResourceManager.NAMES.size()) {
            out.add("rmid: ").add(record.resourceManager());
        }
    }
}
