package dev.pgduo.session.describe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as it is typed behind a {@code \d} command, turned into regular expressions (psql 15: {@code patternToSQLRegex}):
 * {@code *} and {@code ?} are wildcards, a dot separates schema and name, double quotes preserve upper case and remove special
 * meanings, and the rest may be a regular expression.
 *
 * @param name the regular expression for the name
 * @param schema the regular expression for the schema's name, or null when none was given
 * @param left the first part as literal text: the database, when there are three parts
 * @param dots the number of dots that separate parts
 */
record NamePattern(String name, @Nullable String schema, String left, int dots) {
    /** The expression that matches everything. */
    static final String ANY = "^(.*)$";

    private static final String SPECIAL = "|*+?()[]{}.^$\\";

    /**
     * Parses a pattern.
     *
     * @param mostParts 3 for {@code database.schema.name}, 1 when dots are no separators
     * @param escape whether characters of regular expressions are literal, as for operators
     */
    static NamePattern of(String pattern, int mostParts, boolean escape) {
        Reader reader = new Reader(mostParts, escape);
        int[] chars = pattern.codePoints().toArray();
        for (int i = 0; i < chars.length; ) {
            i += reader.take(chars[i], i + 1 < chars.length ? chars[i + 1] : -1);
        }
        return reader.result();
    }

    /** The parser's state. */
    private static final class Reader {
        private final int mostParts;
        private final boolean escape;
        private final List<StringBuilder> parts = new ArrayList<>();
        private final StringBuilder left = new StringBuilder();
        private boolean quoted;
        private int dots;

        Reader(int mostParts, boolean escape) {
            this.mostParts = mostParts;
            this.escape = escape;
            parts.add(new StringBuilder());
        }

        /** Handles a character; returns how many characters were used. */
        int take(int c, int next) {
            if (c == '"') {
                return quote(next);
            }
            if (quoted) {
                add(c, SPECIAL.indexOf(c) >= 0);
            } else if (c == '.') {
                dot();
            } else {
                unquoted(c, next);
            }
            return 1;
        }

        private int quote(int next) {
            if (quoted && next == '"') {
                add('"', false);
                return 2;
            }
            quoted = !quoted;
            return 1;
        }

        private void unquoted(int c, int next) {
            switch (c) {
                case '*' -> add(c, ".*");
                case '?' -> add(c, ".");
                case '$' -> add(c, true);
                case '[' -> add(c, escape || next == ']');
                default -> {
                    int lower = c < 0x80 ? Character.toLowerCase(c) : c;
                    add(lower, escape && SPECIAL.indexOf(c) >= 0);
                }
            }
        }

        private void dot() {
            dots++;
            if (parts.size() < mostParts) {
                parts.add(new StringBuilder());
            } else {
                current().append('.');
            }
        }

        private void add(int c, boolean backslash) {
            add(c, (backslash ? "\\" : "") + Character.toString(c));
        }

        private void add(int c, String expression) {
            current().append(expression);
            if (dots == 0) {
                left.appendCodePoint(c);
            }
        }

        private StringBuilder current() {
            return parts.get(parts.size() - 1);
        }

        NamePattern result() {
            int last = parts.size() - 1;
            return new NamePattern(
                    whole(parts.get(last)), last == 0 ? null : whole(parts.get(last - 1)), left.toString(), dots);
        }

        private static String whole(CharSequence expression) {
            return "^(" + expression + ")$";
        }
    }
}
