package dev.pgduo.cluster.wal.rows;

/**
 * One row of a table changed.
 *
 * @param order of changes: later ones have higher numbers
 * @param before where the row was; 0 for a new one
 * @param after where it is now; 0 for one that is gone
 */
record RowChange(long order, Kind kind, long before, long after) {
    /** What was done. */
    enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        /** An INSERT ... ON CONFLICT takes back the row that it had tried. */
        WITHDRAW
    }
}
