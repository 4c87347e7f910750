package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;

/**
 * A place in one timeline's write-ahead log.
 *
 * @param timeline 1 and up
 * @param lsn the place
 */
public record WalPlace(long timeline, Lsn lsn) {
    /** {@code 0/3000060 on timeline 2}. */
    @Override
    public String toString() {
        return lsn + " on timeline " + timeline;
    }
}
