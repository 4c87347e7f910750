package dev.pgduo.export;

import java.util.function.UnaryOperator;

/** What an author writes between backquotes in the narrative is code. */
final class CodeSpans {
    private CodeSpans() {}

    /**
     * The text, written anew. Where a backquote has no partner, none of it is code.
     *
     * @param plain writes what is no code
     * @param code writes what stands between two backquotes, without them
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
