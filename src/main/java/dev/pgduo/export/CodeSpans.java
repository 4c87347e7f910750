package dev.pgduo.export;

import java.util.function.UnaryOperator;

/** Handles code between backquotes in narrative text. */
final class CodeSpans {
    private CodeSpans() {}

    /**
     * Converts a text. An unpaired backquote is plain text.
     *
     * @param plain converts plain text
     * @param code converts the text between two backquotes
     */
    static String write(String text, UnaryOperator<String> plain, UnaryOperator<String> code) {
        String[] parts = text.split("`", -1);
        if (parts.length % 2 == 0) {
            return plain.apply(text);
        }
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            written.append(i % 2 == 0 ? plain.apply(parts[i]) : code.apply(parts[i]));
        }
        return written.toString();
    }
}
