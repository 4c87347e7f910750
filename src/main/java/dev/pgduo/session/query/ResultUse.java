package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectionLost;

/** What a query's result is for. Stateless but for its arguments. */
public interface ResultUse {
    /** It is printed. */
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

    /** Whether {@link #take} wants the rows of the last result; else they are printed. */
    default boolean needsRows() {
        return true;
    }

    /** Whether FETCH_COUNT applies. */
    default boolean mayUseCursor() {
        return false;
    }

    /** Whether the query may be one of a pipeline; else it waits for its answer, and is refused there. */
    default boolean piped() {
        return true;
    }

    /** The most rows that are of use. */
    default int enough() {
        return Integer.MAX_VALUE;
    }

    /** Runs the query where it is not simply sent; whether nothing failed. */
    default boolean send(QuerySender sender, String query) throws ConnectionLost {
        return sender.exchange(query);
    }

    /** Uses the rows of the last result; whether nothing failed. */
    boolean take(Rows rows, Psql psql);
}
