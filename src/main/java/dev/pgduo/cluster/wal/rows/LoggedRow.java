package dev.pgduo.cluster.wal.rows;

/**
 * A change of one row, as WAL has it.
 *
 * @param order the change's number: later changes have higher ones
 * @param before the row's ctid before the change; 0 for a new row
 * @param after the row's ctid after it; 0 for a deleted row
 */
record LoggedRow(long order, Kind kind, long before, long after) {
    /** The kinds of changes. */
    enum Kind {
        INSERT(0),
        UPDATE(1),
        DELETE(2),
        /** An INSERT ... ON CONFLICT removes the row that it had inserted speculatively. */
        WITHDRAW(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The kind as two bits. */
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
