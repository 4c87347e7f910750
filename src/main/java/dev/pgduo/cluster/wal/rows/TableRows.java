package dev.pgduo.cluster.wal.rows;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The changes that committed transactions in a range of WAL have made to one table's rows. Rows are identified by their ctid. For one
 * thread.
 */
public final class TableRows {
    /** Stands for the ctid before the range of a row that was inserted in it. */
    public static final long NEW = -1;

    private long inserted;
    private long updated;
    private long deleted;
    private final RowSet fresh = new RowSet();
    private final Map<Long, Long> moved = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private final Set<Long> gone = new HashSet<>();

    void add(LoggedRow change) {
        switch (change.kind()) {
            case INSERT -> {
                inserted++;
                fresh.add(change.after());
            }
            case UPDATE -> {
                updated++;
                arrive(change.after(), left(change.before()));
            }
            case DELETE -> {
                deleted++;
                long origin = left(change.before());
                if (origin != NEW) {
                    gone.add(origin);
                }
            }
            case WITHDRAW -> {
                inserted--;
                fresh.remove(change.before());
            }
        }
    }

    private void arrive(long place, long origin) {
        if (origin == NEW) {
            fresh.add(place);
        } else {
            moved.put(place, origin);
        }
    }

    /** Removes a row from its ctid, and returns the one that it had before the range; {@link #NEW} if it was inserted in the range. */
    private long left(long place) {
        if (fresh.remove(place)) {
            return NEW;
        }
        Long known = moved.remove(place);
        long origin = known == null ? place : known;
        changed.add(origin);
        return origin;
    }

    /** The number of rows inserted, including those updated or deleted later. */
    public long inserted() {
        return inserted;
    }

    /** The number of updates of rows. */
    public long updated() {
        return updated;
    }

    /** The number of rows deleted, including those inserted in the range. */
    public long deleted() {
        return deleted;
    }

    /**
     * The ctid at the end of the range of each row that was inserted or updated and not deleted, with its ctid before the range; {@link
     * #NEW} for an inserted row.
     */
    public Map<Long, Long> written() {
        Map<Long, Long> written = new TreeMap<>(moved);
        fresh.forEach(place -> written.put(place, NEW));
        return written;
    }

    /** The ctid at the end of the range of each row that was updated and not deleted, with its ctid before the range. */
    public Map<Long, Long> moved() {
        return Collections.unmodifiableMap(moved);
    }

    /** The ctids before the range of the rows that were deleted. */
    public Set<Long> gone() {
        return Collections.unmodifiableSet(gone);
    }

    /** The ctids before the range of the rows that were updated or deleted. */
    public Set<Long> changed() {
        return Collections.unmodifiableSet(changed);
    }
}
