package dev.pgduo.version;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A replication setting that exists only on some majors, or whose change takes effect differently: the first major on which a
 * reload is sufficient, and the majors that have it. In recovery.conf (up to 11) all changes need a restart.
 */
enum ReplicationSetting {
    PRIMARY_CONNINFO(9, 13),
    PRIMARY_SLOT_NAME(9, 13),
    RECOVERY_MIN_APPLY_DELAY(9, 12),
    RECOVERY_TARGET_TIMELINE(9, 99),
    RESTORE_COMMAND(9, 14),
    ARCHIVE_CLEANUP_COMMAND(9, 12),
    RECOVERY_END_COMMAND(9, 12),
    STANDBY_MODE(9, 99, 11),
    TRIGGER_FILE(9, 99, 11),
    PROMOTE_TRIGGER_FILE(12, 12, 15),
    WAL_KEEP_SEGMENTS(9, 9, 12),
    WAL_KEEP_SIZE(13, 9),
    MAX_SLOT_WAL_KEEP_SIZE(13, 9),
    VACUUM_DEFER_CLEANUP_AGE(9, 9, 15),
    OLD_SNAPSHOT_THRESHOLD(9, 99, 16),
    WAL_LEVEL(9, 99),
    WAL_LOG_HINTS(9, 99),
    MAX_WAL_SENDERS(9, 99),
    MAX_REPLICATION_SLOTS(9, 99),
    HOT_STANDBY(9, 99),
    HOT_STANDBY_FEEDBACK(9, 9),
    PORT(9, 99),
    LISTEN_ADDRESSES(9, 99),
    UNIX_SOCKET_DIRECTORIES(9, 99),
    CLUSTER_NAME(9, 99),
    ARCHIVE_MODE(9, 99),
    MAX_CONNECTIONS(9, 99),
    SHARED_BUFFERS(9, 99),
    MAX_STANDBY_STREAMING_DELAY(9, 9),
    WAL_RECEIVER_STATUS_INTERVAL(9, 9),
    WAL_RETRIEVE_RETRY_INTERVAL(9, 9),
    SYNCHRONOUS_STANDBY_NAMES(9, 9);

    private final int first;
    private final int reloadFrom;
    private final int last;

    ReplicationSetting(int first, int reloadFrom) {
        this(first, reloadFrom, Integer.MAX_VALUE);
    }

    ReplicationSetting(int first, int reloadFrom, int last) {
        this.first = first;
        this.reloadFrom = reloadFrom;
        this.last = last;
    }

    static Optional<EffectiveAfter> change(String name, int major) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return Stream.of(values())
                .filter(setting -> setting.name().equals(wanted))
                .map(setting -> setting.on(major))
                .findFirst();
    }

    private EffectiveAfter on(int major) {
        if (major < first || major > last) {
            return EffectiveAfter.UNKNOWN;
        }
        return major >= reloadFrom ? EffectiveAfter.RELOAD : EffectiveAfter.RESTART;
    }
}
