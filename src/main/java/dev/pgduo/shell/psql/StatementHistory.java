package dev.pgduo.shell.psql;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Targets;
import dev.pgduo.shell.StateFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The history of typed statements, each of which may have several lines (psql: {@code pg_send_history}). It is in the file that
 * {@code HISTFILE} or {@code PSQL_HISTORY} names, otherwise in pgduo's own directory; its format differs from psql's.
 */
final class StatementHistory extends DefaultHistory {
    private static final int USUAL_SIZE = 500;

    private final Psql psql;
    private final StringBuilder statement = new StringBuilder();

    StatementHistory(Psql psql) {
        this.psql = psql;
    }

    Path file() {
        Map<String, String> environment = psql.host().environment();
        String home = environment.getOrDefault("HOME", "/");
        String named = psql.variables().value("HISTFILE").orElse(environment.getOrDefault("PSQL_HISTORY", ""));
        return named.isEmpty()
                ? StateFiles.of(environment, home).make().directory().resolve("psql_history")
                : Targets.path(named, psql);
    }

    int limit() {
        int size = psql.variables().number("HISTSIZE");
        return size > 0 ? size : USUAL_SIZE;
    }

    /** Ignores single lines, which the reader offers; a statement is added when it is complete. */
    @Override
    public void add(Instant time, String line) {}

    /** Adds a line to the present statement. */
    void line(String line) {
        statement.append(statement.isEmpty() ? "" : "\n").append(line);
    }

    /** The next line is asked for: adds the present statement if it was sent. */
    void prompted() {
        if (!psql.frame().unfinished() && !statement.isEmpty()) {
            super.add(Instant.now(), statement.toString());
            statement.setLength(0);
        }
    }

    /** All statements, including the present one. */
    List<String> typed() {
        List<String> typed = new ArrayList<>();
        forEach(entry -> typed.add(entry.line()));
        if (!statement.isEmpty()) {
            typed.add(statement.toString());
        }
        return typed;
    }

    /** Discards the present statement, which will not be sent. */
    void forget() {
        statement.setLength(0);
    }
}
