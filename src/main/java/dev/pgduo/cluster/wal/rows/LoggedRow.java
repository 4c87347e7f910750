package dev.pgduo.cluster.wal.rows;

/**
 * One row of a table changed.
 *
 * @param order of changes: later ones have higher numbers
 * @param before where the row was; 0 for a new one
 * @param after where it is now; 0 for one that is gone
 */
record LoggedRow(long order, Kind kind, long before, long after) {
    /** What was done. */
    enum Kind {
        INSERT(0),
        UPDATE(1),
        DELETE(2),
        /** An INSERT ... ON CONFLICT takes back the row that it had tried. */
        WITHDRAW(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Two bits that stand for it. */
        int code() {
            return code;
        }

        static Kind of(int code) {
            return switch (code) {
                case 0 -> INSERT;
                case 1 -> UPDATE;
                case 2 -> DELETE;
                default -> WITHDRAW;
            };
        }
    }
}
