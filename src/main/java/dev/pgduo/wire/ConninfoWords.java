package dev.pgduo.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a list of keywords and values, as {@code host=localhost dbname='x y'} (libpq 15: {@code conninfo_parse}). Not thread-safe. */
final class ConninfoWords {
    private final String text;
    private int position;

    private ConninfoWords(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException with libpq's complaint */
    static Map<String, String> parse(String text) {
        return new ConninfoWords(text).read();
    }

    private Map<String, String> read() {
        Map<String, String> values = new LinkedHashMap<>();
        for (blanks(); position < text.length(); blanks()) {
            String name = name();
            blanks();
            if (peek() != '=') {
                throw new IllegalArgumentException("missing \"=\" after \"" + name + "\" in connection info string");
            }
            position++;
            blanks();
            values.put(name, peek() == '\'' ? quoted() : bare());
        }
        return values;
    }

    private String name() {
        int start = position;
        while (position < text.length() && peek() != '=' && !Character.isWhitespace(peek())) {
            position++;
        }
        return text.substring(start, position);
    }

    private String bare() {
        StringBuilder value = new StringBuilder();
        while (position < text.length() && !Character.isWhitespace(peek())) {
            escape();
            if (position < text.length()) {
                value.append(text.charAt(position++));
            }
        }
        return value.toString();
    }

    private String quoted() {
        position++;
        StringBuilder value = new StringBuilder();
        while (peek() != '\'') {
            escape();
            if (position >= text.length()) {
                throw new IllegalArgumentException("unterminated quoted string in connection info string");
            }
            value.append(text.charAt(position++));
        }
        position++;
        return value.toString();
    }

    private void escape() {
        position += peek() == '\\' ? 1 : 0;
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private void blanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }
}
