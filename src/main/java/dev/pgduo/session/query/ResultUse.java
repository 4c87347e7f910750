package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectionLost;

/** The use of a query's result. Stateless except for its arguments. */
public interface ResultUse {
    /** The result is printed. */
    ResultUse PRINT = new ResultUse() {
        @Override
        public boolean needsRows() {
            return false;
        }

        @Override
        public boolean mayUseCursor() {
            return true;
        }

        @Override
        public boolean take(Rows rows, Psql psql) {
            return true;
        }
    };

    /** Whether {@link #take} needs the rows of the last result; otherwise they are printed. */
    default boolean needsRows() {
        return true;
    }

    /** Whether FETCH_COUNT applies. */
    default boolean mayUseCursor() {
        return false;
    }

    /** Whether the query may be part of a pipeline; otherwise it waits for its answer, and is refused there. */
    default boolean piped() {
        return true;
    }

    /** The largest number of rows that are needed. */
    default int enough() {
        return Integer.MAX_VALUE;
    }

    /** Runs the query if it is not simply sent; returns whether nothing has failed. */
    default boolean send(QuerySender sender, String query) throws ConnectionLost {
        return sender.exchange(query);
    }

    /** Uses the rows of the last result; returns whether nothing has failed. */
    boolean take(Rows rows, Psql psql);
}
