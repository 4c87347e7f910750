package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;
import java.util.Optional;

/**
 * The replication state that a server reports.
 *
 * @param recovering whether the server is a standby
 * @param lsn the last position that it wrote or replayed; empty before the first record
 * @param received the end of the WAL that a standby has received, replayed or not; empty on a primary, and when nothing was
 * received
 * @param timeline of its WAL; empty when not known
 * @param paused whether replay is paused
 * @param receiver the status of its walreceiver; empty when there is none
 * @param sender its walsender, if a standby is connected
 * @param slot the physical slot that is active, else the first one
 */
public record ReplicationState(
        boolean recovering,
        Optional<Lsn> lsn,
        Optional<Lsn> received,
        String timeline,
        boolean paused,
        String receiver,
        Optional<Sender> sender,
        Optional<Slot> slot) {
    /**
     * A row of pg_stat_replication; lags are in bytes behind the primary's present position.
     *
     * @param state {@code streaming}, {@code catchup} and so on
     * @param sync the value of {@code sync_state}
     * @param sent the lag of what was sent
     * @param flush the lag of what the standby has flushed
     * @param replay the lag of what the standby has replayed
     * @param seconds the replay lag in seconds; 0 when everything is replayed
     */
    public record Sender(String state, String sync, long sent, long flush, long replay, double seconds) {}

    /**
     * A physical replication slot.
     *
     * @param active whether a standby is connected to it
     * @param kept the bytes of WAL that are kept for it; 0 before its first use
     * @param walStatus {@code reserved}, {@code lost} and so on; empty before PostgreSQL 13
     */
    public record Slot(String name, boolean active, long kept, String walStatus) {}
}
