package dev.pgduo.report;

/**
 * Text of unknown origin made safe for a terminal: control characters are shown by name. Control characters but tab and newline
 * become {@code ^[} and so on, as {@code cat -v} has it; those beyond ASCII, and those that change the direction of text,
 * become <code>&#92;u202E</code>, as in psql.
 */
public final class TerminalText {
    private static final String DIRECTIONS =
            "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
    private static final char DELETE = 0x7f;
    private static final char LAST_CONTROL = 0x9f;

    private TerminalText() {}

    /** The text without control characters, and without characters that change the order of letters. */
    public static String shown(String text) {
        return spelled(text, true);
    }

    /** The text without control characters; for psql's tables, whose widths include characters for the direction. */
    public static String controlsShown(String text) {
        return spelled(text, false);
    }

    private static String spelled(String text, boolean directions) {
        int at = 0;
        while (at < text.length() && harmless(text.charAt(at), directions)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (harmless(c, directions)) {
                shown.append(c);
            } else if (c <= DELETE) {
                shown.append('^').append((char) (c ^ '@'));
            } else {
                shown.append(String.format("\\u%04X", (int) c));
            }
        }
        return shown.toString();
    }

    private static boolean harmless(char c, boolean directions) {
        if (c < ' ') {
            return c == '\t' || c == '\n';
        }
        return c < DELETE || (c > LAST_CONTROL && !(directions && DIRECTIONS.indexOf(c) >= 0));
    }
}
