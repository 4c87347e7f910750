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
 * The statements that were typed, each as a whole however many lines it has (psql: {@code pg_send_history}). In the file that
 * {@code HISTFILE} or {@code PSQL_HISTORY} names, else among pgduo's own: the form is not that of psql's own file.
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

    /** The reader offers each line as it comes; a statement is kept when it is whole. */
    @Override
    public void add(Instant time, String line) {}

    /** A line was taken. */
    void line(String line) {
        statement.append(statement.isEmpty() ? "" : "\n").append(line);
    }

    /** The next line is asked for: a statement that has been sent is whole. */
    void prompted() {
        if (!psql.frame().unfinished() && !statement.isEmpty()) {
            super.add(Instant.now(), statement.toString());
            statement.setLength(0);
        }
    }

    /** All statements, the one that is being typed or run too. */
    List<String> typed() {
        List<String> typed = new ArrayList<>();
        forEach(entry -> typed.add(entry.line()));
        if (!statement.isEmpty()) {
            typed.add(statement.toString());
        }
        return typed;
    }

    /** What was typed of a statement will not be sent. */
    void forget() {
        statement.setLength(0);
    }
}
