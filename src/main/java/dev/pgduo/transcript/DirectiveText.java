package dev.pgduo.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that starts with {@code %}, cut up.
 *
 * @param line 1-based
 * @param word after the percent sign
 * @param argument the rest without blanks around it
 * @param column where the argument begins, 1-based in code points
 */
record DirectiveText(int line, String word, String argument, int column) {
    private static final Pattern FORM = Pattern.compile("%(\\S*)\\s*(.*?)\\s*", Pattern.DOTALL);

    static DirectiveText of(int line, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a directive: " + text);
        }
        return new DirectiveText(
                line, matcher.group(1), matcher.group(2), text.codePointCount(0, matcher.start(2)) + 1);
    }

    boolean is(String name) {
        return word.equals(name);
    }

    /** Whether it goes on with or ends the innermost {@code %if}. */
    boolean closesBranch() {
        return is("elif") || is("else") || is("end");
    }
}
