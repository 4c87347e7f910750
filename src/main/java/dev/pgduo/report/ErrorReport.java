package dev.pgduo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An error or warning in PostgreSQL's style: a lower-case message without a full stop, and whole sentences for the rest.
 *
 * @param severity the severity
 * @param message what failed; "could not" when it may succeed later, "cannot" when it never will
 * @param detail the facts behind it, or null
 * @param hint what to do next, or null
 * @param position the position in a file, or null
 * @see <a href="https://www.postgresql.org/docs/current/error-style-guide.html">Error Message Style Guide</a>
 */
public record ErrorReport(
        Severity severity,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable Position position) {

    /** An error with only a message. */
    public static ErrorReport error(String message) {
        return new ErrorReport(Severity.ERROR, message, null, null, null);
    }

    /** A warning with only a message. */
    public static ErrorReport warning(String message) {
        return new ErrorReport(Severity.WARNING, message, null, null, null);
    }

    /** One report for a command that ends: the first one, with the others as its DETAIL. */
    public static ErrorReport together(List<ErrorReport> reports) {
        ErrorReport first = reports.get(0);
        if (reports.size() == 1) {
            return first;
        }
        String others = reports.stream().skip(1).map(ErrorReport::render).collect(Collectors.joining("\n"));
        String detail = first.detail();
        return first.detail(detail == null ? others : detail + "\n" + others);
    }

    /** The same report with this DETAIL, one or more whole sentences or lines. */
    public ErrorReport detail(@Nullable String text) {
        return new ErrorReport(severity, message, text, hint, position);
    }

    /** The same report with this HINT, a whole sentence. */
    public ErrorReport hint(@Nullable String text) {
        return new ErrorReport(severity, message, detail, text, position);
    }

    /** The same report with this position. */
    public ErrorReport at(@Nullable Position place) {
        return new ErrorReport(severity, message, detail, hint, place);
    }

    /** The lines of the report: {@code file:line:column: ERROR:  message}, then DETAIL and HINT. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String where = position == null ? "" : TerminalText.shown(position + ": ");
        add(lines, where + severity + ":  ", message);
        if (detail != null) {
            add(lines, "DETAIL:  ", detail);
        }
        if (hint != null) {
            add(lines, "HINT:  ", hint);
        }
        return lines;
    }

    /** {@link #lines()} joined with newlines, without a final one. */
    public String render() {
        return String.join("\n", lines());
    }

    private static void add(List<String> lines, String label, String text) {
        String[] parts = TerminalText.shown(text).strip().split("\n", -1);
        lines.add(label + parts[0]);
        for (int i = 1; i < parts.length; i++) {
            lines.add("    " + parts[i]);
        }
    }
}
