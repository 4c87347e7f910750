package dev.pgduo.version;

import java.util.List;
import java.util.Optional;

/**
 * What one major can do and how it calls things; the data is in {@link Feature}, {@link SlotColumn} and {@link
 * ReplicationSetting}. Immutable.
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

    /** The data directory's WAL directory: {@code pg_wal} or {@code pg_xlog}. */
    public String walDirectory() {
        return has(Feature.WAL_NAMES) ? "pg_wal" : "pg_xlog";
    }

    /** A WAL function's name here, from its modern one: {@code pg_current_wal_lsn} is pg_current_xlog_location on 9.6. */
    public String walFunction(String modernName) {
        return has(Feature.WAL_NAMES)
                ? modernName
                : modernName.replace("wal", "xlog").replace("_lsn", "_location");
    }

    /** A column of pg_stat_replication here, from its modern name: {@code replay_lsn} is replay_location on 9.6. */
    public String statReplicationColumn(String modernName) {
        return has(Feature.WAL_NAMES) ? modernName : modernName.replace("_lsn", "_location");
    }

    /** pg_replication_slots' columns, in order. */
    public List<String> slotColumns() {
        return SlotColumn.of(major);
    }

    /** The file that makes a server a standby: {@code standby.signal} or {@code recovery.conf}. */
    public String standbyFile() {
        return has(Feature.STANDBY_SIGNAL) ? "standby.signal" : "recovery.conf";
    }

    /** The file that standby settings are written to. */
    public String recoverySettingsFile() {
        return has(Feature.STANDBY_SIGNAL) ? "postgresql.auto.conf" : "recovery.conf";
    }

    /** The setting that names the file which triggers promotion; empty where only pg_ctl and pg_promote() remain. */
    public Optional<String> triggerFileSetting() {
        if (has(Feature.TRIGGER_FILE)) {
            return Optional.of("trigger_file");
        }
        return has(Feature.PROMOTE_TRIGGER_FILE) ? Optional.of("promote_trigger_file") : Optional.empty();
    }

    /** The setting line that keeps this many megabytes (a multiple of 16) of WAL. */
    public String walKeepLine(int megabytes) {
        return has(Feature.WAL_KEEP_SIZE)
                ? "wal_keep_size = " + megabytes + "MB"
                : "wal_keep_segments = " + megabytes / 16;
    }

    /** max_wal_senders without any setting. */
    public int defaultMaxWalSenders() {
        return has(Feature.REPLICATION_BY_DEFAULT) ? 10 : 0;
    }

    /** The second line of a postgresql.auto.conf that the server wrote; 9.5 had no "the" in it, 9.6 to 18 have. */
    public String autoConfHeader() {
        return "# It will be overwritten by the ALTER SYSTEM command.";
    }

    /** What a change of this setting takes; empty when the table says nothing, then ask pg_settings.context. */
    public Optional<EffectiveAfter> change(String setting) {
        return ReplicationSetting.change(setting, major);
    }
}
