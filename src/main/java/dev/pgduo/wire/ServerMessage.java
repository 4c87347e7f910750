package dev.pgduo.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error or notice as the server sent it: its fields by their letters (manual: Error and Notice Message Fields).
 */
public record ServerMessage(Map<Character, String> fields) {
    public ServerMessage {
        fields = Map.copyOf(fields);
    }

    /** The field's text, or null when the server did not send it. */
    public @Nullable String field(char letter) {
        return fields.get(letter);
    }

    /** The field's text, or the empty string. */
    public String text(char letter) {
        return fields.getOrDefault(letter, "");
    }

    public String severity() {
        return text('S');
    }

    public String sqlState() {
        return text('C');
    }

    public String message() {
        return text('M');
    }

    /** 1-based position in characters in the query that was sent, or 0. */
    public int position() {
        return number('P');
    }

    /** 1-based position in characters in {@code field('q')}, or 0. */
    public int internalPosition() {
        return number('p');
    }

    /** Whether the server closes the connection after this message. */
    public boolean fatal() {
        String severity = fields.getOrDefault('V', severity());
        return severity.equals("FATAL") || severity.equals("PANIC");
    }

    /** The whole message as psql prints a notice: severity, message and {@linkplain #details details}, as complete lines. */
    public String words() {
        return severity() + ":  " + message() + "\n" + details(true);
    }

    /** DETAIL, HINT, QUERY and, if wanted, CONTEXT, as complete lines; those that the server did not send are left out. */
    public String details(boolean withContext) {
        return line("DETAIL:  ", 'D')
                + line("HINT:  ", 'H')
                + line("QUERY:  ", 'q')
                + (withContext ? line("CONTEXT:  ", 'W') : "");
    }

    /** A field after its label, as a complete line; empty when the server did not send it. */
    public String line(String label, char letter) {
        String value = fields.get(letter);
        return value == null ? "" : label + value + "\n";
    }

    private int number(char letter) {
        String digits = fields.get(letter);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
