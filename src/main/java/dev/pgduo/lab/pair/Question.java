package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query for the replication state of a server, in the words of the server's version; the same for a primary and a standby.
 */
public final class Question {
    private static final int ROLE = 0;
    private static final int LSN = 1;
    private static final int TIMELINE = 2;
    private static final int PAUSED = 3;
    private static final int RECEIVER = 4;
    private static final int SENDER = 5;
    private static final int SLOT = 11;
    private static final int RECEIVED = 15;

    private final Capabilities capabilities;

    public Question(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** The SQL statement, which returns one row. */
    public String sql() {
        String lag = capabilities.has(Feature.WAL_NAMES) ? "extract(epoch from replay_lag)" : "0";
        String walStatus = capabilities.has(Feature.SLOT_WAL_LIMIT) ? "wal_status" : "''";
        return """
                select r.rec, l.lsn, case when r.rec
                    then coalesce((select received_tli from pg_stat_wal_receiver limit 1),
                           nullif((select min_recovery_end_timeline from pg_control_recovery()), 0),
                           (select timeline_id from pg_control_checkpoint()))
                    else ('x' || left(FILE(l.lsn), 8))::bit(32)::int end,
                  case when r.rec then PAUSED() end,
                  (select status from pg_stat_wal_receiver limit 1),
                  s.state, s.sync_state, s.sent, s.flush, s.replay, s.seconds,
                  k.slot_name, k.active, k.kept, k.wal_status,
                  case when r.rec then RECEIVED() end
                from (select pg_is_in_recovery() as rec) r
                cross join lateral (select case when r.rec then REPLAYED() else CURRENT() end as lsn) l
                left join lateral (
                  select state, sync_state, DIFF(l.lsn, SENT) as sent, DIFF(l.lsn, FLUSHED) as flush,
                    DIFF(l.lsn, REPLAY) as replay, coalesce(LAG, 0) as seconds
                  from pg_stat_replication where not r.rec
                  order by state = 'backup', application_name in ('a', 'b') desc, pid limit 1) s on true
                left join lateral (
                  select slot_name, active, coalesce(DIFF(l.lsn, restart_lsn), 0) as kept, STATUS as wal_status
                  from pg_replication_slots where slot_type = 'physical'
                  order by active desc, slot_name limit 1) k on true""".replace("FILE", capabilities.walFunction("pg_walfile_name"))
                .replace("PAUSED", capabilities.walFunction("pg_is_wal_replay_paused"))
                .replace("RECEIVED", capabilities.walFunction("pg_last_wal_receive_lsn"))
                .replace("REPLAYED", capabilities.walFunction("pg_last_wal_replay_lsn"))
                .replace("CURRENT", capabilities.walFunction("pg_current_wal_lsn"))
                .replace("DIFF", capabilities.walFunction("pg_wal_lsn_diff"))
                .replace("SENT", capabilities.statReplicationColumn("sent_lsn"))
                .replace("FLUSHED", capabilities.statReplicationColumn("flush_lsn"))
                .replace("REPLAY", capabilities.statReplicationColumn("replay_lsn"))
                .replace("LAG", lag)
                .replace("STATUS", walStatus);
    }

    /** Reads the row that the query returned. */
    public static ReplicationState read(List<@Nullable String> row) {
        return new ReplicationState(
                "t".equals(row.get(ROLE)),
                Optional.ofNullable(row.get(LSN)).map(Lsn::parse),
                received(row),
                text(row, TIMELINE),
                "t".equals(row.get(PAUSED)),
                text(row, RECEIVER),
                Optional.ofNullable(row.get(SENDER)).map(state -> sender(state, row)),
                Optional.ofNullable(row.get(SLOT)).map(name -> slot(name, row)));
    }

    private static ReplicationState.Sender sender(String state, List<@Nullable String> row) {
        return new ReplicationState.Sender(
                state,
                text(row, SENDER + 1),
                bytes(row, SENDER + 2),
                bytes(row, SENDER + 3),
                bytes(row, SENDER + 4),
                Double.parseDouble("0" + text(row, SENDER + 5)));
    }

    private static ReplicationState.Slot slot(String name, List<@Nullable String> row) {
        return new ReplicationState.Slot(
                name, "t".equals(row.get(SLOT + 1)), bytes(row, SLOT + 2), text(row, SLOT + 3));
    }

    /**
     * The position up to which WAL was received, if it is after the replayed one; a restarted walreceiver may begin before
     * that.
     */
    private static Optional<Lsn> received(List<@Nullable String> row) {
        Optional<Lsn> replayed = Optional.ofNullable(row.get(LSN)).map(Lsn::parse);
        return Optional.ofNullable(row.get(RECEIVED))
                .map(Lsn::parse)
                .filter(lsn -> replayed.isEmpty() || lsn.compareTo(replayed.get()) > 0);
    }

    private static String text(List<@Nullable String> row, int column) {
        String value = row.get(column);
        return value == null ? "" : value;
    }

    /**
     * The distance between two positions in bytes, at least 0: a standby that is asked later than the primary can seem to be
     * ahead.
     */
    private static long bytes(List<@Nullable String> row, int column) {
        String value = text(row, column);
        return value.isEmpty() ? 0 : Math.max(0, Long.parseLong(value));
    }
}
