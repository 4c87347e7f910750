package dev.pgduo.version;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The columns of pg_replication_slots, each with the first major (9 is 9.6) that has it, in the order of 18. */
public enum SlotColumn {
    SLOT_NAME(9),
    PLUGIN(9),
    SLOT_TYPE(9),
    DATOID(9),
    DATABASE(9),
    TEMPORARY(10),
    ACTIVE(9),
    ACTIVE_PID(9),
    XMIN(9),
    CATALOG_XMIN(9),
    RESTART_LSN(9),
    CONFIRMED_FLUSH_LSN(9),
    WAL_STATUS(13),
    SAFE_WAL_SIZE(13),
    TWO_PHASE(14),
    TWO_PHASE_AT(18),
    INACTIVE_SINCE(17),
    CONFLICTING(16),
    INVALIDATION_REASON(17),
    FAILOVER(17),
    SYNCED(17);

    private final int first;

    SlotColumn(int first) {
        this.first = first;
    }

    int first() {
        return first;
    }

    /** The view's columns on this major, in order. */
    static List<String> of(int major) {
        return Stream.of(values())
                .filter(column -> column.first <= major)
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
