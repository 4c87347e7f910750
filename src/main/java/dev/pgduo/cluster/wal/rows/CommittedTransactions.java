package dev.pgduo.cluster.wal.rows;

import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.describe.TransactionEnd;
import java.util.ArrayList;
import java.util.List;

/**
 * The transactions that were committed in a stretch of the log, with their subtransactions: known before what they did is read, so that
 * nothing has to be kept of others. For one thread.
 */
public final class CommittedTransactions {
    private static final int STANDBY = 8;
    private static final int RUNNING = 0x10;
    private static final int OPERATION = 0xF0;
    private static final int NEXT_TRANSACTION = 12;

    private final TransactionSet numbers = new TransactionSet();

    /** Takes a record of the stretch. */
    public void add(WalRecord record, RecordContent content) {
        if (record.isCommit()) {
            numbers(record, TransactionEnd.read(content, true), content).forEach(numbers::add);
        }
    }

    /** The transaction that ends, and its subtransactions that end with it. */
    static List<Long> numbers(WalRecord record, TransactionEnd end, RecordContent content) {
        List<Long> all = new ArrayList<>();
        all.add(end.preparedXid() == 0 ? record.transaction() : end.preparedXid());
        all.addAll(end.subtransactionIds(content));
        return all;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    boolean contains(long number) {
        return numbers.contains(number);
    }

    /** Whether none of them had begun when this record, from before the stretch, was written. */
    public boolean allBeginBehind(WalRecord record, RecordContent content) {
        boolean tells = record.resourceManager() == STANDBY && (record.info() & OPERATION) == RUNNING;
        return tells && numbers.noneBefore(content.data().getInt(NEXT_TRANSACTION));
    }
}
