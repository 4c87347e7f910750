package dev.pgduo.scan;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether psql, given these lines, would show its first prompt or a continuation prompt, by what {@link SqlScanner} makes of them and
 * by the backslash commands that send or empty the buffer. Not thread-safe.
 */
public final class InputState {
    private static final Set<String> SENDS = Set.of(
            "g",
            "gx",
            "gset",
            "gexec",
            "gdesc",
            "watch",
            "crosstabview",
            "bind",
            "bind_named",
            "close",
            "close_prepared",
            "parse",
            "r",
            "reset",
            "q",
            "quit",
            "e",
            "edit");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]+");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final String SEPARATOR = "\\\\ ";

    private final StringBuilder query = new StringBuilder();
    private final SqlScanner scanner = new SqlScanner(query);
    private boolean commanded;

    /** What all these lines make of psql's prompt. */
    public static InputState of(String lines) {
        InputState state = new InputState();
        lines.lines().forEach(state::feed);
        return state;
    }

    /** Takes one more line. */
    public void feed(String next) {
        commanded = false;
        scanner.line(next);
        SqlScanner.Stop stop = scanner.scan();
        while (stop != SqlScanner.Stop.END_OF_LINE) {
            if (stop == SqlScanner.Stop.SEMICOLON) {
                sent();
            } else {
                commanded = true;
                command(scanner.line().rest());
            }
            stop = scanner.scan();
        }
        if (!query.isEmpty()) {
            query.append('\n');
        }
    }

    /** Whether all that was fed is finished, so that the next line begins at the first prompt. */
    public boolean complete() {
        return !scanner.inQuote() && COMMENT.matcher(query).replaceAll("").isBlank();
    }

    /** Whether the last line had a backslash command, which psql carries out at once, also in the middle of a statement. */
    public boolean commanded() {
        return commanded;
    }

    /** The prompt that psql shows for the next line: {@code =>}, or {@code ->} and its kin. */
    public String prompt() {
        return complete() ? "=>" : scanner.mark() + ">";
    }

    /** Arguments go to the end of the line, or to a separating {@code \\\\}. */
    private void command(String text) {
        Matcher matcher = NAME.matcher(text);
        String name = matcher.lookingAt() ? matcher.group() : "";
        if (SENDS.contains(name)) {
            sent();
        }
        int separator = name.equals("copy") || text.startsWith("!") ? -1 : text.indexOf(SEPARATOR, name.length());
        scanner.line(separator < 0 ? "" : text.substring(separator + SEPARATOR.length()));
    }

    private void sent() {
        query.setLength(0);
        scanner.reset();
    }
}
