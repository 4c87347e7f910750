package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;

/**
 * A WAL position on one timeline.
 *
 * @param timeline 1 and up
 * @param lsn the position
 */
public record WalPlace(long timeline, Lsn lsn) {
    /** {@code 0/3000060 on timeline 2}. */
    @Override
    public String toString() {
        return lsn + " on timeline " + timeline;
    }
}
