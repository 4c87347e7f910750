package dev.pgduo.session;

import dev.pgduo.session.query.StatementOutcome;
import java.util.List;

/** What became of a piece of typed text; everything a person sees is printed already. */
public sealed interface Result {
    /** Every statement that was complete, in order. */
    List<StatementOutcome> outcomes();

    /** Whether nothing failed. */
    default boolean ok() {
        return false;
    }

    /** Whether the session goes on. */
    default boolean open() {
        return true;
    }

    /** Nothing failed. */
    record Done(List<StatementOutcome> outcomes) implements Result {
        public Done {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public boolean ok() {
            return true;
        }
    }

    /**
     * A statement or a backslash command failed; what followed it was run all the same, as psql does.
     *
     * @param sqlState of the first failed statement, empty when it was not the server that complained
     * @param message of the same, empty for a backslash command
     */
    record Failed(List<StatementOutcome> outcomes, String sqlState, String message) implements Result {
        public Failed {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** {@code \q}: nothing after it was read. */
    record Quit(List<StatementOutcome> outcomes) implements Result {
        public Quit {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public boolean ok() {
            return true;
        }

        @Override
        public boolean open() {
            return false;
        }
    }

    /**
     * The server went away.
     *
     * @param reconnected whether the automatic reconnect worked
     */
    record ConnectionWasLost(List<StatementOutcome> outcomes, boolean reconnected) implements Result {
        public ConnectionWasLost {
            outcomes = List.copyOf(outcomes);
        }
    }
}
