package dev.pgduo.cluster.wal.rows;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What committed transactions behind a place of the log have done to one table's rows. For one thread. */
public final class TableRows {
    /** Where a row comes from that was not there before. */
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

    /** The place before, of a row that leaves a place; it may have come there behind the fork. */
    private long left(long place) {
        if (fresh.remove(place)) {
            return NEW;
        }
        Long known = moved.remove(place);
        long origin = known == null ? place : known;
        changed.add(origin);
        return origin;
    }

    /** Rows that were inserted, also those that were changed or deleted again. */
    public long inserted() {
        return inserted;
    }

    /** How often a row was updated. */
    public long updated() {
        return updated;
    }

    /** Rows that were deleted, also those that had been inserted before. */
    public long deleted() {
        return deleted;
    }

    /** Where rows are that were written, in the end, with the place where each was before; {@link #NEW} for a new row. */
    public Map<Long, Long> written() {
        Map<Long, Long> written = new TreeMap<>(moved);
        fresh.forEach(place -> written.put(place, NEW));
        return written;
    }

    /** Where rows are now that were changed and are there still, with the place where each was before. */
    public Map<Long, Long> moved() {
        return Collections.unmodifiableMap(moved);
    }

    /** Where rows were that were deleted. */
    public Set<Long> gone() {
        return Collections.unmodifiableSet(gone);
    }

    /** Where rows were that were updated or deleted. */
    public Set<Long> changed() {
        return Collections.unmodifiableSet(changed);
    }
}
