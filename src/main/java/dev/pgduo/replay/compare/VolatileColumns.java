package dev.pgduo.replay.compare;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which class a column has by its name: the columns of the statistics and replication views, and functions, whose name is
 * the column's when there is no alias. Names are those of PostgreSQL 9.6 to 18.
 */
final class VolatileColumns {
    private static final Map<String, VolatileClass> BY_NAME = byName();
    private static final Map<String, VolatileClass> BY_SUFFIX = Map.of(
            "_lsn", VolatileClass.LSN,
            "_location", VolatileClass.LSN,
            "_lag", VolatileClass.DURATION,
            "_size", VolatileClass.SIZE);

    private VolatileColumns() {}

    /** The class of that column; case matters only for psql's own headings, as {@code Size} of {@code \\l+}. */
    static Optional<VolatileClass> classOf(String column) {
        String name = column.strip().toLowerCase(Locale.ROOT);
        VolatileClass exact = BY_NAME.getOrDefault(column.strip(), BY_NAME.get(name));
        if (exact != null) {
            return Optional.of(exact);
        }
        return BY_SUFFIX.entrySet().stream()
                .filter(entry -> name.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, VolatileClass> byName() {
        Map<String, VolatileClass> names = new HashMap<>();
        put(names, VolatileClass.PID, "pid active_pid backend_pid pg_backend_pid leader_pid blocked_pid blocking_pid");
        put(names, VolatileClass.PID, "worker_pid sender_pid receiver_pid walsender_pid walreceiver_pid procpid");
        put(names, VolatileClass.XID, "xmin xmax catalog_xmin backend_xid backend_xmin xid xid8 txid transactionid");
        put(names, VolatileClass.XID, "txid_current pg_current_xact_id txid_current_if_assigned next_xid oldest_xid");
        put(names, VolatileClass.XID, "pg_current_xact_id_if_assigned feedback_xmin datfrozenxid relfrozenxid");
        put(names, VolatileClass.LSN, "lsn location pg_start_backup pg_backup_start pg_switch_wal pg_switch_xlog");
        put(names, VolatileClass.LSN, "pg_create_restore_point pg_logical_emit_message restart_lsn");
        put(names, VolatileClass.TIMELINE, "timeline_id prev_timeline_id received_tli tli timeline receive_start_tli");
        put(names, VolatileClass.WALFILE, "pg_walfile_name pg_xlogfile_name redo_wal_file last_archived_wal");
        put(names, VolatileClass.WALFILE, "last_failed_wal wal_file walfile");
        put(names, VolatileClass.TIMESTAMP, "backend_start xact_start query_start state_change reply_time now");
        put(names, VolatileClass.TIMESTAMP, "inactive_since clock_timestamp statement_timestamp current_timestamp");
        put(names, VolatileClass.TIMESTAMP, "transaction_timestamp localtimestamp current_time localtime timeofday");
        put(names, VolatileClass.TIMESTAMP, "pg_last_xact_replay_timestamp pg_postmaster_start_time pg_conf_load_time");
        put(names, VolatileClass.TIMESTAMP, "last_msg_send_time last_msg_receipt_time latest_end_time stats_reset");
        put(
                names,
                VolatileClass.TIMESTAMP,
                "last_archived_time last_failed_time checkpoint_time modification waitstart");
        put(names, VolatileClass.TIMESTAMP, "pg_control_last_modified prepared pg_backup_start_time current_date");
        put(names, VolatileClass.DURATION, "lag duration elapsed replication_delay");
        put(names, VolatileClass.SYSID, "system_identifier systemid");
        put(names, VolatileClass.PORT, "client_port port sender_port inet_server_port inet_client_port");
        put(names, VolatileClass.PATH, "data_directory config_file hba_file ident_file pg_current_logfile");
        put(names, VolatileClass.PATH, "unix_socket_directories external_pid_file sourcefile file_name");
        put(names, VolatileClass.SIZE, "Size pg_size_pretty pg_wal_lsn_diff pg_xlog_location_diff safe_wal_size");
        return Map.copyOf(names);
    }

    private static void put(Map<String, VolatileClass> names, VolatileClass kind, String columns) {
        for (String column : columns.split(" ", -1)) {
            names.put(column, kind);
        }
    }
}
