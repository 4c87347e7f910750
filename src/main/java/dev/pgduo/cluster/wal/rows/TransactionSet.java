package dev.pgduo.cluster.wal.rows;

import java.util.BitSet;

/** Numbers of transactions, which are close to each other, go round after four thousand million, and take a bit each. For one thread. */
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

    /** Whether there is none, or each is this one or newer. */
    boolean noneBefore(long number) {
        return empty || oldest - (int) number >= 0;
    }
}
