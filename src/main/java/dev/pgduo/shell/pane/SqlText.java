package dev.pgduo.shell.pane;

import dev.pgduo.scan.CopyRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Typed SQL, as psql's prompts take it. */
final class SqlText {
    private SqlText() {}

    /**
     * Whether psql has something to do before another line: a statement that is complete, or a backslash command in the last line.
     *
     * @param pending what the session has of the statement already, may be empty
     */
    static boolean complete(String pending, String text) {
        return (pending.isEmpty() && isForThePane(text)) || typed(pending, text).ready();
    }

    /** Whether it is no SQL, but a word for the pane itself. */
    private static boolean isForThePane(String text) {
        return isWordForQuit(text) || isWordForHelp(text) || isPsqlLine(text);
    }

    /** The table of a COPY that ends here and whose rows come next. */
    static Optional<String> rowsFor(String pending, String text) {
        return continuation(pending, text).equals(">> ") ? CopyRows.target(pending + text) : Optional.empty();
    }

    /** The prompt for the line after {@code text}, with its blank. */
    static String continuation(String pending, String text) {
        return typed(pending, text).prompt() + " ";
    }

    /** The prompts for all lines of {@code text} but the first. */
    static List<String> continuations(String pending, String text) {
        List<String> prompts = new ArrayList<>();
        TypedSql typed = new TypedSql(pending);
        int begin = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
            typed.feed(text.substring(begin, end));
            prompts.add(typed.prompt() + " ");
            begin = end + 1;
        }
        return prompts;
    }

    /** The text without a prompt that was typed, or copied out of a lab file, with it; no SQL begins so. */
    static String withoutPrompt(String text) {
        String stripped = text.stripLeading();
        return stripped.startsWith("=>") ? stripped.substring(2).stripLeading() : text;
    }

    /** Whether it is one of the words that end psql without a backslash. */
    static boolean isWordForQuit(String text) {
        return text.strip().matches("(?i)(quit|exit);?");
    }

    /** Whether it is psql's word for its help, which needs no semicolon. */
    static boolean isWordForHelp(String text) {
        return text.strip().matches("(?i)help\\s*;?");
    }

    /** Whether it is a line that opens a session, as it is typed at an OS prompt; no SQL begins so. */
    static boolean isPsqlLine(String text) {
        return text.strip().matches("psql(\\h+[^;\\n]*)?");
    }

    /**
     * The text cut after each line at which psql's first prompt comes back, or that leads to another session; blank lines
     * between are dropped.
     *
     * @param pending what the session has of the first statement already, may be empty
     */
    static List<String> cut(String pending, String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        TypedSql typed = new TypedSql(pending);
        for (String line : text.split("\n", -1)) {
            if (statement.isEmpty() && line.isBlank()) {
                continue;
            }
            statement.append(statement.isEmpty() ? "" : "\n").append(line);
            typed.feed(line);
            if (typed.complete()) {
                statements.add(statement.toString());
                statement.setLength(0);
            }
        }
        if (!statement.isEmpty()) {
            statements.add(statement.toString());
        }
        return statements;
    }

    /** The text with what the end of a script adds to it: a statement without a semicolon is sent. */
    static String finished(String pending, String text) {
        TypedSql typed = typed(pending, text);
        return typed.ready() || !typed.prompt().equals("->") ? text : text + "\n;";
    }

    private static TypedSql typed(String pending, String text) {
        TypedSql typed = new TypedSql(pending);
        text.lines().forEach(typed::feed);
        return typed;
    }
}
