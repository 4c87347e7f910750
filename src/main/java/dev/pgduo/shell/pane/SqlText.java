package dev.pgduo.shell.pane;

import dev.pgduo.scan.CopyRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions for SQL text typed at psql's prompts. */
final class SqlText {
    private SqlText() {}

    /**
     * Whether the text can be run: it has a complete statement, or a backslash command in its last line.
     *
     * @param pending the lines of the statement that the session has already, may be empty
     */
    static boolean complete(String pending, String text) {
        return (pending.isEmpty() && isForThePane(text)) || typed(pending, text).ready();
    }

    /** Whether the text is no SQL, but a word that the pane itself understands. */
    private static boolean isForThePane(String text) {
        return isWordForQuit(text) || isWordForHelp(text) || isPsqlLine(text);
    }

    /** The table of a COPY statement at the end of the text, whose rows come next; empty when there is none. */
    static Optional<String> rowsFor(String pending, String text) {
        return continuation(pending, text).equals(">> ") ? CopyRows.target(pending + text) : Optional.empty();
    }

    /** The prompt for the line after {@code text}, with its blank. */
    static String continuation(String pending, String text) {
        return typed(pending, text).prompt() + " ";
    }

    /** The prompts for all lines of {@code text} except the first. */
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

    /** The text without psql's prompt, when that was typed or copied with it; no SQL begins that way. */
    static String withoutPrompt(String text) {
        String stripped = text.stripLeading();
        return stripped.startsWith("=>") ? stripped.substring(2).stripLeading() : text;
    }

    /** Whether the text is {@code quit} or {@code exit}, which end psql without a backslash. */
    static boolean isWordForQuit(String text) {
        return text.strip().matches("(?i)(quit|exit);?");
    }

    /** Whether the text is {@code help}, which needs no semicolon. */
    static boolean isWordForHelp(String text) {
        return text.strip().matches("(?i)help\\s*;?");
    }

    /** Whether the text is a psql command line of an OS prompt; no SQL begins that way. */
    static boolean isPsqlLine(String text) {
        return text.strip().matches("psql(\\h+[^;\\n]*)?");
    }

    /**
     * Splits the text after each line at which psql's first prompt comes back, or that goes to another session; blank lines
     * between the parts are dropped.
     *
     * @param pending the lines of the first statement that the session has already, may be empty
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

    /** The text at the end of a script: a statement without a semicolon gets one. */
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
