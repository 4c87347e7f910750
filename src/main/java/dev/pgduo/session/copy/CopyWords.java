package dev.pgduo.session.copy;

import org.jspecify.annotations.Nullable;

/** Splits the arguments of {@code \copy} into words (psql 15: {@code strtokx}). Not thread-safe. */
final class CopyWords {
    private static final String BLANKS = " \t\n\r";

    private final String text;
    private int position;

    CopyWords(String text) {
        this.text = text;
    }

    /** A word before FROM or TO: dots, commas and parentheses are words of their own, double quotes enclose a word. */
    @Nullable
    String name() {
        return next(".,()", "\"", '\0', false);
    }

    /** A word within the parentheses after the table. */
    @Nullable
    String column() {
        return next("()", "\"", '\0', false);
    }

    /** A word of a query in parentheses. */
    @Nullable
    String queryWord(boolean standardStrings) {
        return next("()", "\"'", standardStrings ? '\0' : '\\', true);
    }

    /** A file, a command line, or a keyword for the kind of target. */
    @Nullable
    String target() {
        return next(";", "'", '\0', false);
    }

    /** The rest of the line, or null. */
    @Nullable
    String rest() {
        return position < text.length() ? text.substring(position) : null;
    }

    private @Nullable String next(String alone, String quotes, char escape, boolean escapedStrings) {
        while (position < text.length() && BLANKS.indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        if (position >= text.length()) {
            return null;
        }
        int start = position;
        char first = text.charAt(start);
        if (alone.indexOf(first) >= 0) {
            position++;
        } else if (escapedStrings && (first == 'E' || first == 'e') && text.startsWith("'", start + 1)) {
            position++;
            quoted('\\');
        } else if (quotes.indexOf(first) >= 0) {
            quoted(escape);
        } else {
            plain(BLANKS + alone + quotes);
        }
        String word = text.substring(start, position);
        blank();
        return word;
    }

    /** Skips one blank after a word. */
    private void blank() {
        if (position < text.length() && BLANKS.indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private void plain(String ends) {
        while (position < text.length() && ends.indexOf(text.charAt(position)) < 0) {
            position++;
        }
    }

    private void quoted(char escape) {
        char quote = text.charAt(position++);
        while (position < text.length()) {
            char c = text.charAt(position++);
            boolean more = position < text.length();
            if (escape != '\0' && c == escape && more) {
                position++;
            } else if (c == quote && more && text.charAt(position) == quote) {
                position++;
            } else if (c == quote) {
                return;
            }
        }
    }

    /** The word without its quotes; doubled quotes within it become single ones. */
    static String unquoted(String word) {
        StringBuilder plain = new StringBuilder();
        for (int i = word.startsWith("'") ? 1 : 0; i < word.length(); i++) {
            boolean quote = word.charAt(i) == '\'';
            if (quote && i == word.length() - 1) {
                break;
            }
            i += quote && word.charAt(i + 1) == '\'' ? 1 : 0;
            plain.append(word.charAt(i));
        }
        return plain.toString();
    }
}
