package dev.pgduo.shell.pane;

import dev.pgduo.transcript.CopyRows;
import dev.pgduo.transcript.InputState;

/**
 * What was typed at an SQL prompt so far, line by line: statements with the rows of a COPY, and between them lines that lead to
 * another session. Not thread-safe.
 */
final class TypedSql {
    private final InputState state = new InputState();
    private final StringBuilder statement = new StringBuilder();
    private boolean rows;

    /** Takes one more line. */
    void feed(String line) {
        if (rows) {
            rows = !line.equals(CopyRows.END);
            return;
        }
        String sql = statement.isEmpty() ? withoutWay(line) : line;
        statement.append(sql).append('\n');
        state.feed(sql);
        if (state.complete()) {
            rows = CopyRows.follow(statement.toString());
            statement.setLength(0);
        }
    }

    /** Whether the next line begins at the first prompt. */
    boolean complete() {
        return !rows && state.complete();
    }

    /** The prompt of the next line, without its blank. */
    String prompt() {
        return rows ? ">>" : state.prompt();
    }

    /** The line without the bar that leads to the other session; empty when it only leads somewhere. */
    private static String withoutWay(String line) {
        String text = line.stripLeading();
        if (SqlText.isPsqlLine(text) || SqlText.isWordForQuit(text)) {
            return "";
        }
        return text.startsWith("|") ? text.substring(1) : line;
    }
}
