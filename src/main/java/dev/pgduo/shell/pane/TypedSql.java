package dev.pgduo.shell.pane;

import dev.pgduo.scan.TypedInput;

/** The text typed at an SQL pane's prompt so far, with lines between statements that go to another session. Not thread-safe. */
final class TypedSql {
    private final TypedInput input = new TypedInput();

    /** No text. */
    TypedSql() {}

    /**
     * A statement that has begun.
     *
     * @param pending the lines of the statement that the session has already, may be empty
     */
    TypedSql(String pending) {
        pending.lines().forEach(input::feed);
    }

    /** Adds a line. */
    void feed(String line) {
        input.feed(complete() ? withoutWay(line) : line);
    }

    /** Whether the next line gets the first prompt. */
    boolean complete() {
        return input.complete();
    }

    /** Whether the text can be run: it has a complete statement, or a backslash command in its last line. */
    boolean ready() {
        return input.ready();
    }

    /** The prompt of the next line, without its blank. */
    String prompt() {
        return input.prompt();
    }

    /** The line without the bar that goes to the other session; empty when there is nothing else in it. */
    private static String withoutWay(String line) {
        String text = SqlText.withoutPrompt(line).stripLeading();
        if (SqlText.isPsqlLine(text) || SqlText.isWordForQuit(text) || SqlText.isWordForHelp(text)) {
            return "";
        }
        return text.startsWith("|") ? SqlText.withoutPrompt(text.substring(1)) : SqlText.withoutPrompt(line);
    }
}
