package dev.pgduo.session.query;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Classifies queries by their first words (psql 15: {@code is_select_command}, {@code command_no_begin}). */
final class QueryText {
    private static final Set<String> CONTROLS = Set.of("abort", "begin", "start", "commit", "end", "rollback");

    /** Statements that the server refuses within a transaction block. */
    private static final Pattern ALONE =
            Pattern.compile("(vacuum|create (database|tablespace)|create (unique )?index concurrently"
                    + "|alter system|(drop|reindex) (database|system|tablespace|index concurrently|table concurrently)"
                    + "|prepare transaction|discard all)( .*)?");

    private QueryText() {}

    /** Whether a cursor can be declared for the query. */
    static boolean selects(String query) {
        String text = query;
        for (String rest = blankless(text); !rest.equals(text) || rest.startsWith("("); rest = blankless(text)) {
            text = rest.startsWith("(") ? rest.substring(1) : rest;
        }
        String word = word(text);
        return word.equals("select") || word.equals("values");
    }

    /** Whether no transaction may be begun for the query. */
    static boolean beginsNothing(String query) {
        String text = blankless(query);
        String first = word(text);
        if (CONTROLS.contains(first)) {
            return true;
        }
        String words = words(text);
        if (first.equals("cluster")) {
            return words.equals("cluster");
        }
        return ALONE.matcher(words).matches();
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        String rest = text;
        for (int i = 0; i < 5 && !rest.isEmpty(); i++) {
            String word = word(rest);
            if (word.isEmpty()) {
                break;
            }
            words.append(words.isEmpty() ? "" : " ").append(word);
            rest = blankless(rest.substring(word.length()));
        }
        return words.toString();
    }

    private static String word(String text) {
        int length = 0;
        while (length < text.length() && isLetter(text.charAt(length))) {
            length++;
        }
        return text.substring(0, length).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The text without leading blanks and comments. */
    private static String blankless(String text) {
        int i = 0;
        int depth = 0;
        while (i < text.length()) {
            if (text.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (depth > 0 && text.startsWith("*/", i)) {
                depth--;
                i += 2;
            } else if (depth == 0 && text.startsWith("--", i)) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end + 1;
            } else if (depth > 0 || Character.isWhitespace(text.charAt(i))) {
                i++;
            } else {
                break;
            }
        }
        return text.substring(i);
    }
}
