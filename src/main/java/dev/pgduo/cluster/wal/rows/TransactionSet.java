package dev.pgduo.cluster.wal.rows;

import java.util.BitSet;

/**
 * A set of transaction IDs, with one bit for each. The IDs have to be close to each other; wraparound after 2^32 is allowed for. For one
 * thread.
 */
final class TransactionSet {
    private final BitSet newer = new BitSet();
    private final BitSet older = new BitSet();
    private boolean empty = true;
    private int base;
    private int oldest;

    void add(long number) {
        int xid = (int) number;
        if (empty) {
            empty = false;
            base = xid;
            oldest = xid;
        }
        if (xid - oldest < 0) {
            oldest = xid;
        }
        int distance = xid - base;
        if (distance >= 0) {
            newer.set(distance);
        } else {
            older.set(-distance);
        }
    }

    boolean isEmpty() {
        return empty;
    }

    boolean contains(long number) {
        int distance = (int) number - base;
        return !empty && (distance >= 0 ? newer.get(distance) : distance != Integer.MIN_VALUE && older.get(-distance));
    }

    /** Whether the set has no ID that is older than this one. */
    boolean noneBefore(long number) {
        return empty || oldest - (int) number >= 0;
    }
}
