package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.WalFormat;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.version.MajorTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names and descriptions of one major's WAL records. Immutable. */
public final class Descriptions {
    private static final int OPERATION = 0xF0;
    private static final int TRANSACTION_OPERATION = 0x70;

    private static final int MANAGERS = 256;
    private static final int PER_MANAGER = 16;

    private final @Nullable Kind[] kinds = new Kind[MANAGERS * PER_MANAGER];

    /**
     * A kind of record.
     *
     * @param text the description, without the name
     */
    record Kind(String name, RecordTemplate text) {}

    /** The names and descriptions for this major. */
    public Descriptions(WalFormat format) {
        for (List<String> row :
                MajorTable.of(Descriptions.class, "records.txt", format.major()).rows()) {
            int manager = ResourceManager.NAMES.indexOf(row.get(0));
            Kind kind = new Kind(row.get(2), RecordTemplate.of(row.get(3)));
            if (row.get(1).equals("*")) {
                for (int info = 0; info <= OPERATION; info += 0x10) {
                    kinds[key(manager, info)] = kind;
                }
            } else {
                kinds[key(manager, Integer.parseInt(row.get(1), 16))] = kind;
            }
        }
    }

    private static int key(int manager, int info) {
        return manager * PER_MANAGER + (info & OPERATION) / PER_MANAGER;
    }

    /** The bits of a record's info that give the operation. */
    static int operation(int manager, int info) {
        return info & (manager == ResourceManager.TRANSACTION ? TRANSACTION_OPERATION : OPERATION);
    }

    /** The record's name; {@code UNKNOWN (hex)} for a kind that the major does not have. */
    public String name(int manager, int info) {
        return of(manager, info).name;
    }

    /** Whether the major has this kind of record. */
    public boolean knows(int manager, int info) {
        return kinds[key(manager, operation(manager, info))] != null;
    }

    /** The record's kind; for an unknown one, a kind made for it. */
    Kind of(int manager, int info) {
        Kind kind = kinds[key(manager, operation(manager, info))];
        if (kind != null) {
            return kind;
        }
        boolean own = manager >= ResourceManager.NAMES.size();
        return new Kind(
                "UNKNOWN (" + Integer.toHexString(info & OPERATION) + ")",
                RecordTemplate.of(own ? "rmid: " + manager : ""));
    }

    /** The record's description, without its name. */
    public String text(WalRecord record, RecordContent content) {
        RecordText out = new RecordText();
        of(record.resourceManager(), record.info()).text.write(content, out);
        return out.toString();
    }
}
