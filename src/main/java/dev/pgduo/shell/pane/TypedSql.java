package dev.pgduo.shell.pane;

import dev.pgduo.scan.TypedInput;

/** What was typed at an SQL pane's prompt so far, with the lines between statements that lead to another session. Not thread-safe. */
final class TypedSql {
    private final TypedInput input = new TypedInput();

    /** Nothing yet. */
    TypedSql() {}

    /**
     * A statement that has begun.
     *
     * @param pending what the session has of it already, may be empty
     */
    TypedSql(String pending) {
        pending.lines().forEach(input::feed);
    }

    /** Takes one more line. */
    void feed(String line) {
        input.feed(complete() ? withoutWay(line) : line);
    }

    /** Whether the next line begins at the first prompt. */
    boolean complete() {
        return input.complete();
    }

    /** Whether there is something to run: a complete statement, or a backslash command in the last line. */
    boolean ready() {
        return input.ready();
    }

    /** The prompt of the next line, without its blank. */
    String prompt() {
        return input.prompt();
    }

    /** The line without the bar that leads to the other session; empty when it only leads somewhere. */
    private static String withoutWay(String line) {
        String text = SqlText.withoutPrompt(line).stripLeading();
        if (SqlText.isPsqlLine(text) || SqlText.isWordForQuit(text) || SqlText.isWordForHelp(text)) {
            return "";
        }
        return text.startsWith("|") ? SqlText.withoutPrompt(text.substring(1)) : SqlText.withoutPrompt(line);
    }
}
