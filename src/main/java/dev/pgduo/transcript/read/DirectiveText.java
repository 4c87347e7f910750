package dev.pgduo.transcript.read;

/**
 * A line that begins with {@code %}, split into its parts.
 *
 * @param line the line, from 1
 * @param word the word after the percent sign
 * @param argument the rest without surrounding blanks
 * @param column the column where the argument begins, from 1, in code points
 */
record DirectiveText(int line, String word, String argument, int column) {
    private static final String BLANKS = " \t\n\u000b\f\r";

    static DirectiveText of(int line, String text) {
        if (!text.startsWith("%")) {
            throw new IllegalArgumentException("not a directive: " + text);
        }
        int end = 1;
        while (end < text.length() && !blank(text, end)) {
            end++;
        }
        int from = end;
        while (from < text.length() && blank(text, from)) {
            from++;
        }
        int to = text.length();
        while (to > from && blank(text, to - 1)) {
            to--;
        }
        return new DirectiveText(
                line, text.substring(1, end), text.substring(from, to), text.codePointCount(0, from) + 1);
    }

    private static boolean blank(String text, int at) {
        return BLANKS.indexOf(text.charAt(at)) >= 0;
    }

    boolean is(String name) {
        return word.equals(name);
    }

    /** Whether it begins an {@code %if}. */
    boolean opensBranch() {
        return is("if") || is("lang");
    }

    /** Whether it begins a block that {@code %end} closes. */
    boolean opensBlock() {
        return opensBranch() || is("task");
    }

    /** Whether it continues or ends the innermost {@code %if}. */
    boolean closesBranch() {
        return is("elif") || is("else") || is("end");
    }
}
