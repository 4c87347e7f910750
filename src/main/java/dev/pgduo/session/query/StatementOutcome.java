package dev.pgduo.session.query;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one statement.
 *
 * @param sql the query as it was sent; with {@code \;} it contains several statements
 * @param tag the command tag ({@code INSERT 0 1}), empty after an error
 * @param rows the number of returned rows
 * @param sqlState the error's SQLSTATE, or null
 * @param error the error's message without {@code ERROR:}, or null
 * @param duration from sending the query to the end of this statement's answer
 */
public record StatementOutcome(
        String sql,
        String tag,
        long rows,
        @Nullable String sqlState,
        @Nullable String error,
        Duration duration,
        StatementKind kind) {
    public boolean ok() {
        return sqlState == null;
    }
}
