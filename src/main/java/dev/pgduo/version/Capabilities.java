package dev.pgduo.version;

import java.util.List;
import java.util.Optional;

/**
 * The features and names of one major; the data are in {@link Feature}, {@link SlotColumn} and {@link ReplicationSetting}.
 * Immutable.
 *
 * @param major 9 (9.6) and up
 */
public record Capabilities(int major) {
    /** The capabilities of this server. */
    public static Capabilities of(ServerVersion version) {
        return new Capabilities(version.major());
    }

    public boolean has(Feature feature) {
        return feature.in(major);
    }

    /** The WAL directory's name in the data directory: {@code pg_wal} or {@code pg_xlog}. */
    public String walDirectory() {
        return has(Feature.WAL_NAMES) ? "pg_wal" : "pg_xlog";
    }

    /**
     * The name of a WAL function on this major, for its modern name: {@code pg_current_wal_lsn} is pg_current_xlog_location on
     * 9.6.
     */
    public String walFunction(String modernName) {
        return has(Feature.WAL_NAMES)
                ? modernName
                : modernName.replace("wal", "xlog").replace("_lsn", "_location");
    }

    /**
     * The name of a column of pg_stat_replication on this major, for its modern name: {@code replay_lsn} is replay_location on
     * 9.6.
     */
    public String statReplicationColumn(String modernName) {
        return has(Feature.WAL_NAMES) ? modernName : modernName.replace("_lsn", "_location");
    }

    /** The columns of pg_replication_slots, in order. */
    public List<String> slotColumns() {
        return SlotColumn.of(major);
    }

    /** The file that makes a server a standby: {@code standby.signal} or {@code recovery.conf}. */
    public String standbyFile() {
        return has(Feature.STANDBY_SIGNAL) ? "standby.signal" : "recovery.conf";
    }

    /** The file into which a standby's settings are written. */
    public String recoverySettingsFile() {
        return has(Feature.STANDBY_SIGNAL) ? "postgresql.auto.conf" : "recovery.conf";
    }

    /** The setting for the trigger file of a promotion; empty where only pg_ctl and pg_promote() can promote. */
    public Optional<String> triggerFileSetting() {
        if (has(Feature.TRIGGER_FILE)) {
            return Optional.of("trigger_file");
        }
        return has(Feature.PROMOTE_TRIGGER_FILE) ? Optional.of("promote_trigger_file") : Optional.empty();
    }

    /** The line of the setting that keeps this many megabytes (a multiple of 16) of WAL. */
    public String walKeepLine(int megabytes) {
        return has(Feature.WAL_KEEP_SIZE)
                ? "wal_keep_size = " + megabytes + "MB"
                : "wal_keep_segments = " + megabytes / 16;
    }

    /** The default of max_wal_senders. */
    public int defaultMaxWalSenders() {
        return has(Feature.REPLICATION_BY_DEFAULT) ? 10 : 0;
    }

    /** The second line of a postgresql.auto.conf that the server has written; 9.5 had no "the" in it, 9.6 to 18 have. */
    public String autoConfHeader() {
        return "# It will be overwritten by the ALTER SYSTEM command.";
    }

    /** What a change of this setting needs to take effect; empty when it is not in the table, and pg_settings.context tells. */
    public Optional<EffectiveAfter> change(String setting) {
        return ReplicationSetting.change(setting, major);
    }
}
