package dev.pgduo.cluster.wal.rows;

import dev.pgduo.cluster.quantity.Lsn;
import java.time.Instant;
import java.util.List;

/**
 * A transaction that was committed.
 *
 * @param transactions its number and those of its subtransactions that were committed with it
 * @param end behind its record
 * @param time when
 */
public record Commit(List<Long> transactions, Lsn end, Instant time) {
    public Commit {
        transactions = List.copyOf(transactions);
    }
}
