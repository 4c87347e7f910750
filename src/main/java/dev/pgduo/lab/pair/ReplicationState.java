package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;
import java.util.Optional;

/**
 * The replication state that a server reports.
 *
 * @param recovering whether it is a standby
 * @param lsn the last place that it wrote, or replayed; empty before the first record
 * @param received the end of what a standby has received, replayed or not; empty on a primary, and when nothing was received
 * @param timeline of its WAL; empty when not known
 * @param paused whether replay is paused
 * @param receiver the state of its WAL receiver, empty when it has none
 * @param sender its connection to a standby, when it has one
 * @param slot the physical slot that is in use, else the first one
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
     * A row of pg_stat_replication; lags in bytes behind the primary's current place.
     *
     * @param state {@code streaming}, {@code catchup} and so on
     * @param sync whether commits wait for it, in the word of {@code sync_state}
     * @param sent not sent yet
     * @param flush not on the standby's disk yet
     * @param replay not replayed yet
     * @param seconds how old the replayed state is, 0 when nothing is outstanding
     */
    public record Sender(String state, String sync, long sent, long flush, long replay, double seconds) {}

    /**
     * A physical replication slot.
     *
     * @param active whether a standby uses it
     * @param kept bytes of WAL that are kept for it, 0 before its first use
     * @param walStatus {@code reserved}, {@code lost} and so on; empty before PostgreSQL 13
     */
    public record Slot(String name, boolean active, long kept, String walStatus) {}
}
