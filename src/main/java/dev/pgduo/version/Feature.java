package dev.pgduo.version;

/**
 * A feature that only some majors have; the table of differences from 9.6 to 18. A range is given by its first and last major
 * (9 is 9.6).
 *
 * @see <a href="https://www.postgresql.org/docs/release/">release notes</a>
 */
public enum Feature {
    /** The settings of a standby are in recovery.conf, which is renamed to recovery.done at a promotion. */
    RECOVERY_CONF(9, 11),
    /** standby.signal and ordinary settings instead of recovery.conf. */
    STANDBY_SIGNAL(12),
    /** {@code trigger_file} in recovery.conf. */
    TRIGGER_FILE(9, 11),
    /** {@code promote_trigger_file}, an ordinary setting; later servers refuse to start with it. */
    PROMOTE_TRIGGER_FILE(12, 15),
    /** SQL function pg_promote(). */
    PROMOTE_FUNCTION(12),
    /** pg_ctl promote waits by default. */
    PROMOTE_WAITS(10),
    /** pg_wal and *_lsn names; before that pg_xlog and *_location. */
    WAL_NAMES(10),
    /** postmaster.pid has a status line at its end. */
    POSTMASTER_STATUS(10),
    /** pg_ctl checks the state ten times a second instead of once. */
    FAST_PG_CTL(10),
    /** wal_level, max_wal_senders and other defaults are sufficient for a standby; pg_hba.conf allows replication. */
    REPLICATION_BY_DEFAULT(10),
    /** The view pg_hba_file_rules. */
    HBA_FILE_RULES(10),
    /** SHOW in a replication connection. */
    SHOW_IN_REPLICATION(10),
    /** Temporary replication slots. */
    TEMPORARY_SLOTS(10),
    /** Publications and subscriptions. */
    LOGICAL_REPLICATION(10),
    /** SCRAM passwords. */
    SCRAM(10),
    /** A promotion ends a pause of replay; before 13 it waits for its end. */
    PROMOTION_ENDS_PAUSE(13),
    /** The synchronization of logical slots needs a dbname in primary_conninfo. */
    CONNINFO_DBNAME(17),
    /** {@code wal_keep_segments}. */
    WAL_KEEP_SEGMENTS(9, 12),
    /** {@code wal_keep_size}. */
    WAL_KEEP_SIZE(13),
    /** {@code max_slot_wal_keep_size}, and a slot's wal_status. */
    SLOT_WAL_LIMIT(13),
    /** A changed primary_conninfo or primary_slot_name needs only a reload. */
    CONNINFO_RELOAD(13),
    /** recovery_min_apply_delay can be changed by a reload. */
    APPLY_DELAY_RELOAD(12),
    /** The error for a connection without a matching rule in pg_hba.conf names the encryption, not only whether SSL is used. */
    REFUSAL_NAMES_ENCRYPTION(14),
    /** A base backup comes with a manifest. */
    BACKUP_MANIFEST(13),
    /** BASE_BACKUP has its options in parentheses, and CREATE DATABASE writes WAL. */
    BASE_BACKUP_OPTION_LIST(15),
    /** pg_rewind itself performs crash recovery of its target. */
    REWIND_RECOVERS(13),
    /** pg_rewind can write the settings of a standby. */
    REWIND_WRITES_RECOVERY_CONF(13),
    /** A standby's fallback application_name is its cluster_name. */
    CLUSTER_NAME_AS_APPLICATION_NAME(12),
    /** {@code recovery_init_sync_method}: one syncfs() before recovery instead of an fsync() for each file. */
    RECOVERY_INIT_SYNC_METHOD(14),
    /** Exclusive backups, which keep a smart shutdown or a backup from finishing. */
    EXCLUSIVE_BACKUP(9, 14),
    /** {@code vacuum_defer_cleanup_age}. */
    VACUUM_DEFER_CLEANUP_AGE(9, 15),
    /** {@code old_snapshot_threshold}. */
    OLD_SNAPSHOT_THRESHOLD(9, 16),
    /** {@code idle_replication_slot_timeout}. */
    IDLE_SLOT_TIMEOUT(18),
    /** Data checksums are enabled by default in initdb. */
    CHECKSUMS_BY_DEFAULT(18);

    private static final int FOREVER = Integer.MAX_VALUE;

    private final int first;
    private final int last;

    Feature(int first) {
        this(first, FOREVER);
    }

    Feature(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** Whether this major (9 is 9.6) has it. */
    public boolean in(int major) {
        return first <= major && major <= last;
    }

    /** The first major with it; 9 is 9.6 or earlier. */
    public int first() {
        return first;
    }
}
