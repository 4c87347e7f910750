package dev.pgduo.cluster.wal.rows;

import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.describe.TransactionEnd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts together what transactions that were committed behind a place of the log have done: what was rolled back, wholly or by a
 * subtransaction, does not count, and a prepared transaction counts where it is committed. For one thread.
 */
public final class TransactionWork {
    private static final int TRANSACTION = 1;
    private static final int STORAGE = 2;
    private static final int STANDBY = 8;
    private static final int OPERATION = 0x70;
    private static final int ABORT = 0x20;
    private static final int ABORT_PREPARED = 0x40;
    private static final int CREATE = 0x10;
    private static final int RUNNING = 0x10;
    private static final int NEXT_TRANSACTION = 12;

    private final Map<Long, Map<RelFileNode, RowList>> work = new HashMap<>();
    private final List<Commit> commits = new ArrayList<>();
    private final Set<Long> committed = new HashSet<>();
    private final Set<RelFileNode> created = new HashSet<>();
    private final Set<RelFileNode> removed = new HashSet<>();

    /** Takes a record from behind the place. */
    public void add(WalRecord record, RecordContent content) {
        if (HeapRecords.about(record)) {
            rows(record, content);
        } else if (record.resourceManager() == TRANSACTION) {
            end(record, content);
        } else if (record.resourceManager() == STORAGE && (record.info() & OPERATION) == CREATE) {
            created.add(TransactionEnd.file(content.data(), 0));
        }
    }

    private void rows(WalRecord record, RecordContent content) {
        HeapRecords.read(
                record,
                content,
                (table, change) -> work.computeIfAbsent(record.transaction(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(table, key -> new RowList())
                        .add(change));
    }

    private void end(WalRecord record, RecordContent content) {
        int operation = record.info() & OPERATION;
        if (record.isCommit()) {
            TransactionEnd end = TransactionEnd.read(content, true);
            List<Long> all = transactions(record, end, content);
            commits.add(new Commit(all, record.end(), end.when()));
            committed.addAll(all);
            removed.addAll(end.filesGone(content));
        } else if (operation == ABORT || operation == ABORT_PREPARED) {
            transactions(record, TransactionEnd.read(content, false), content).forEach(work::remove);
        }
    }

    private static List<Long> transactions(WalRecord record, TransactionEnd end, RecordContent content) {
        List<Long> all = new ArrayList<>();
        all.add(end.preparedXid() == 0 ? record.transaction() : end.preparedXid());
        all.addAll(end.subtransactionIds(content));
        return all;
    }

    /** Takes a record from before the place: a transaction that was committed behind it may have begun there. */
    public void addEarlier(WalRecord record, RecordContent content) {
        if (HeapRecords.about(record) && committed.contains(record.transaction())) {
            rows(record, content);
        }
    }

    /** Whether no transaction that was committed behind the place had begun when this record, from before it, was written. */
    public boolean allBeginBehind(WalRecord record, RecordContent content) {
        if (record.resourceManager() != STANDBY || (record.info() & OPERATION) != RUNNING) {
            return false;
        }
        OptionalLong oldest = committed.stream().mapToLong(Long::longValue).reduce(TransactionWork::older);
        int next = content.data().getInt(NEXT_TRANSACTION);
        return oldest.isEmpty() || (int) oldest.getAsLong() - next >= 0;
    }

    /** Numbers of transactions go round. */
    private static long older(long one, long other) {
        return (int) one - (int) other < 0 ? one : other;
    }

    /** The transactions that were committed, in their order. */
    public List<Commit> commits() {
        return Collections.unmodifiableList(commits);
    }

    /** How many of them have changed rows of tables that this is true of. */
    public long commitsThatChanged(Predicate<RelFileNode> table) {
        return commits.stream()
                .filter(commit -> commit.transactions().stream()
                        .flatMap(number -> work.getOrDefault(number, Map.of()).keySet().stream())
                        .anyMatch(table))
                .count();
    }

    /** The files of relations that were made, by whomever. */
    public Set<RelFileNode> created() {
        return Collections.unmodifiableSet(created);
    }

    /** The files of relations that went with a commit: dropped, truncated or written anew. */
    public Set<RelFileNode> removed() {
        return Collections.unmodifiableSet(removed);
    }

    /** What was done to each table, by its files, in the order of the first change. */
    public Map<RelFileNode, TableRows> tables() {
        Map<RelFileNode, TableRows> tables = new LinkedHashMap<>();
        for (Commit commit : commits) {
            Map<RelFileNode, List<RowChange>> changes = new LinkedHashMap<>();
            for (long number : commit.transactions()) {
                work.getOrDefault(number, Map.of())
                        .forEach((table, rows) ->
                                rows.forEach(changes.computeIfAbsent(table, key -> new ArrayList<>())::add));
            }
            changes.forEach((table, rows) -> {
                // Parts of a transaction take turns, and what came before the place was read after what came behind it.
                rows.sort(Comparator.comparingLong(RowChange::order));
                rows.forEach(tables.computeIfAbsent(table, key -> new TableRows())::add);
            });
        }
        return tables;
    }
}
