package dev.pgduo.session;

import dev.pgduo.session.query.StatementOutcome;
import java.util.List;

/** The result of typed text; all of its output has been printed. */
public sealed interface Result {
    /** The outcomes of all complete statements, in order. */
    List<StatementOutcome> outcomes();

    /** Whether nothing has failed. */
    default boolean ok() {
        return false;
    }

    /** Whether the session continues. */
    default boolean open() {
        return true;
    }

    /** Nothing has failed. */
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
     * A statement or a backslash command has failed; the statements after it were run all the same, as psql does.
     *
     * @param sqlState that of the first failed statement; empty when the error is not the server's
     * @param message that error's message; empty for a backslash command
     */
    record Failed(List<StatementOutcome> outcomes, String sqlState, String message) implements Result {
        public Failed {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** {@code \q} was run; the text after it was ignored. */
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
     * The connection was lost.
     *
     * @param reconnected whether the automatic reconnection succeeded
     */
    record ConnectionWasLost(List<StatementOutcome> outcomes, boolean reconnected) implements Result {
        public ConnectionWasLost {
            outcomes = List.copyOf(outcomes);
        }
    }
}
