package dev.pgduo.cluster.wal.rows;

import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.describe.TransactionEnd;
import java.util.ArrayList;
import java.util.List;

/**
 * The IDs of the transactions that were committed in a range of WAL, and of their subtransactions. They are collected before the changes of
 * rows are read, so that changes of other transactions need not be kept. For one thread.
 */
public final class CommittedTransactions {
    private static final int STANDBY = 8;
    private static final int RUNNING = 0x10;
    private static final int OPERATION = 0xF0;
    private static final int NEXT_TRANSACTION = 12;

    private final TransactionSet numbers = new TransactionSet();

    /** Adds a record of the range. */
    public void add(WalRecord record, RecordContent content) {
        if (record.isCommit()) {
            numbers(record, TransactionEnd.read(content, true), content).forEach(numbers::add);
        }
    }

    /** The IDs of a transaction that ends and of its subtransactions. */
    static List<Long> numbers(WalRecord record, TransactionEnd end, RecordContent content) {
        List<Long> all = new ArrayList<>();
        all.add(end.preparedXid() == 0 ? record.transaction() : end.preparedXid());
        all.addAll(end.subtransactionIds(content));
        return all;
    }

    /** Whether no transaction was committed. */
    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    boolean contains(long number) {
        return numbers.contains(number);
    }

    /** Whether the record, from before the range, is a list of running transactions that was written before any of these began. */
    public boolean allBeginBehind(WalRecord record, RecordContent content) {
        boolean tells = record.resourceManager() == STANDBY && (record.info() & OPERATION) == RUNNING;
        return tells && numbers.noneBefore(content.data().getInt(NEXT_TRANSACTION));
    }
}
