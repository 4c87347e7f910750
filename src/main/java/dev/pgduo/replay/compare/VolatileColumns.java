package dev.pgduo.replay.compare;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of names: columns of PostgreSQL's views and of pgduo's own tables, and functions. Names are those of PostgreSQL
 * 9.6 to 18. A name alone is not sufficient; {@link Meaning} tells where it applies.
 */
final class VolatileColumns {
    private static final Map<String, VolatileClass> BY_NAME = byName();
    private static final Map<String, VolatileClass> FUNCTIONS = functions();
    private static final Map<String, VolatileClass> LAB = lab();
    private static final Map<String, VolatileClass> BY_SUFFIX = Map.of(
            "_lsn", VolatileClass.LSN,
            "_location", VolatileClass.LSN,
            "_lag", VolatileClass.DURATION,
            "_size", VolatileClass.SIZE);

    private VolatileColumns() {}

    /** The class of a catalog's column; case matters only for psql's own headings, as {@code Size} of {@code \\l+}. */
    static Optional<VolatileClass> classOf(String column) {
        return find(column.strip(), BY_NAME);
    }

    /** The class of a function's result. */
    static Optional<VolatileClass> function(String name) {
        return name.equals("lag") ? Optional.empty() : find(name, FUNCTIONS);
    }

    /** The class of a column of a table that pgduo itself prints. */
    static Optional<VolatileClass> ofLab(String column) {
        VolatileClass own = LAB.get(column.strip().toLowerCase(Locale.ROOT));
        return own == null ? classOf(column) : Optional.of(own);
    }

    private static Optional<VolatileClass> find(String name, Map<String, VolatileClass> names) {
        String lower = name.toLowerCase(Locale.ROOT);
        VolatileClass exact = names.getOrDefault(name, names.get(lower));
        if (exact != null) {
            return Optional.of(exact);
        }
        return BY_SUFFIX.entrySet().stream()
                .filter(entry -> lower.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, VolatileClass> byName() {
        Map<String, VolatileClass> names = new HashMap<>();
        put(names, VolatileClass.PID, "pid active_pid leader_pid blocked_pid blocking_pid procpid srsubpid");
        put(names, VolatileClass.XID, "xmin xmax catalog_xmin backend_xid backend_xmin xid transactionid transaction");
        put(names, VolatileClass.XID, "next_xid oldest_xid feedback_xmin datfrozenxid relfrozenxid oldest_active_xid");
        put(names, VolatileClass.LSN, "lsn location");
        put(names, VolatileClass.TIMELINE, "timeline_id prev_timeline_id received_tli receive_start_tli");
        put(names, VolatileClass.WALFILE, "redo_wal_file last_archived_wal last_failed_wal file_name");
        put(
                names,
                VolatileClass.TIMESTAMP,
                "backend_start xact_start query_start state_change reply_time inactive_since");
        put(names, VolatileClass.TIMESTAMP, "last_msg_send_time last_msg_receipt_time latest_end_time stats_reset");
        put(names, VolatileClass.TIMESTAMP, "last_archived_time last_failed_time checkpoint_time modification");
        put(names, VolatileClass.TIMESTAMP, "pg_control_last_modified prepared waitstart last_vacuum last_autovacuum");
        put(names, VolatileClass.TIMESTAMP, "last_analyze last_autoanalyze access change creation");
        put(names, VolatileClass.SYSID, "system_identifier systemid");
        put(names, VolatileClass.PORT, "client_port sender_port");
        put(names, VolatileClass.PATH, "sourcefile file_name");
        put(names, VolatileClass.SIZE, "Size size safe_wal_size");
        return Map.copyOf(names);
    }

    private static Map<String, VolatileClass> functions() {
        Map<String, VolatileClass> names = new HashMap<>();
        put(names, VolatileClass.PID, "pg_backend_pid");
        put(names, VolatileClass.XID, "txid_current pg_current_xact_id txid_current_if_assigned");
        put(names, VolatileClass.XID, "pg_current_xact_id_if_assigned txid_snapshot_xmin txid_snapshot_xmax");
        put(names, VolatileClass.LSN, "pg_start_backup pg_stop_backup pg_backup_start pg_switch_wal pg_switch_xlog");
        put(names, VolatileClass.LSN, "pg_create_restore_point pg_logical_emit_message");
        put(names, VolatileClass.WALFILE, "pg_walfile_name pg_xlogfile_name");
        put(names, VolatileClass.TIMESTAMP, "now clock_timestamp statement_timestamp current_timestamp timeofday");
        put(names, VolatileClass.TIMESTAMP, "transaction_timestamp localtimestamp current_time localtime current_date");
        put(names, VolatileClass.TIMESTAMP, "pg_last_xact_replay_timestamp pg_postmaster_start_time pg_conf_load_time");
        put(names, VolatileClass.TIMESTAMP, "pg_backup_start_time");
        put(names, VolatileClass.PORT, "inet_server_port inet_client_port");
        put(names, VolatileClass.PATH, "pg_current_logfile");
        put(names, VolatileClass.SIZE, "pg_size_pretty pg_wal_lsn_diff pg_xlog_location_diff");
        return Map.copyOf(names);
    }

    private static Map<String, VolatileClass> lab() {
        Map<String, VolatileClass> names = new HashMap<>();
        put(names, VolatileClass.PORT, "port");
        put(names, VolatileClass.TIMELINE, "timeline tli");
        put(names, VolatileClass.DURATION, "lag duration elapsed ms latency_ms latency_95_ms longest_gap");
        put(names, VolatileClass.DURATION, "outage notice promote write seconds");
        put(names, VolatileClass.TIMESTAMP, "gap_from first_commit last_commit");
        put(names, VolatileClass.COUNT, "tps acknowledged refused unknown");
        // Amounts of lost or outstanding WAL differ, but zero stays zero.
        put(names, VolatileClass.SIZE, "lost wal not_sent not_flushed not_replayed");
        return Map.copyOf(names);
    }

    private static void put(Map<String, VolatileClass> names, VolatileClass kind, String columns) {
        for (String column : columns.split(" ", -1)) {
            names.put(column, kind);
        }
    }
}
