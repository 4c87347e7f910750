package dev.pgduo.cluster.wal.rows;

import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.describe.TransactionEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects what the committed transactions in a range of WAL have changed. Changes that were rolled back, with the transaction or with a
 * subtransaction, are left out; a prepared transaction belongs to the range in which it is committed. For one thread.
 */
public final class TransactionWork {
    private static final int STORAGE = 2;
    private static final int OPERATION = 0xF0;
    private static final int CREATE = 0x10;

    private final CommittedTransactions committed;
    private final Predicate<RelFileNode> counted;
    private final Map<Long, Map<RelFileNode, RowList>> open = new HashMap<>();
    private final Map<RelFileNode, TableRows> tables = new LinkedHashMap<>();
    private final Set<RelFileNode> created = new HashSet<>();
    private int commits;
    private int commitsWithRows;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    /**
     * Begins without records.
     *
     * @param committed the transactions committed in the range
     * @param counted the relations that {@link #commitsWithRows} looks at
     */
    public TransactionWork(CommittedTransactions committed, Predicate<RelFileNode> counted) {
        this.committed = committed;
        this.counted = counted;
    }

    /** Adds a record from before the range, in order: a transaction that was committed in the range may have begun there. */
    public void addEarlier(WalRecord record, RecordContent content) {
        if (HeapRecords.about(record) && committed.contains(record.transaction())) {
            HeapRecords.read(
                    record,
                    content,
                    (table, change) -> open.computeIfAbsent(record.transaction(), key -> new LinkedHashMap<>())
                            .computeIfAbsent(table, key -> new RowList())
                            .add(change));
        }
    }

    /** Adds a record of the range, in order. */
    public void add(WalRecord record, RecordContent content) {
        if (HeapRecords.about(record)) {
            addEarlier(record, content);
        } else if (record.isCommit()) {
            commit(record, content);
        } else if (record.resourceManager() == STORAGE && (record.info() & OPERATION) == CREATE) {
            created.add(TransactionEnd.file(content.data(), 0));
        }
    }

    private void commit(WalRecord record, RecordContent content) {
        TransactionEnd end = TransactionEnd.read(content, true);
        commits++;
        last = Optional.of(end.when());
        first = first.or(() -> last);
        Map<RelFileNode, List<LoggedRow>> changes = new LinkedHashMap<>();
        for (long number : CommittedTransactions.numbers(record, end, content)) {
            Map<RelFileNode, RowList> rows = open.remove(number);
            if (rows != null) {
                rows.forEach(
                        (table, list) -> list.forEach(changes.computeIfAbsent(table, key -> new ArrayList<>())::add));
            }
        }
        commitsWithRows += changes.keySet().stream().anyMatch(counted) ? 1 : 0;
        changes.forEach((table, rows) -> {
            // Changes of a transaction and of its subtransactions alternate in the WAL.
            rows.sort(Comparator.comparingLong(LoggedRow::order));
            rows.forEach(tables.computeIfAbsent(table, key -> new TableRows())::add);
        });
    }

    /** The number of commits. */
    public int commits() {
        return commits;
    }

    /** The number of commits that have changed rows of the counted relations. */
    public int commitsWithRows() {
        return commitsWithRows;
    }

    /** The time of the first commit. */
    public Optional<Instant> first() {
        return first;
    }

    /** The time of the last commit. */
    public Optional<Instant> last() {
        return last;
    }

    /** The relations whose files were created in the range, by any transaction. */
    public Set<RelFileNode> created() {
        return Collections.unmodifiableSet(created);
    }

    /** The changes to each table, by the identification of its files, in the order of the first change. */
    public Map<RelFileNode, TableRows> tables() {
        return Collections.unmodifiableMap(tables);
    }
}
