package dev.pgduo.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a line by the quoting rules of a POSIX shell: single quotes, double quotes, backslash. Nothing is expanded.
 *
 * @param words without their quotes
 * @param open the quote that the line left open; empty when it left none
 * @param simple whether the line is a simple command: no quote is open, and no pipe, list, redirection or substitution is in it
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02">POSIX, Quoting</a>
 */
public record ShellWords(List<String> words, String open, boolean simple) {
    private static final String BLANK = " \t\n\r";
    private static final String NEEDS_A_SHELL = "|&;<>()`$";
    private static final String ESCAPED_IN_DOUBLE_QUOTES = "\\\"$`";

    public ShellWords {
        words = List.copyOf(words);
    }

    public static ShellWords of(String line) {
        return new Reader(line, false).read();
    }

    /** The words of a simple command of a shell, without a comment behind it, or empty when the line is more than a simple command. */
    public static Optional<List<String>> split(String line) {
        ShellWords read = new Reader(line, true).read();
        return read.simple ? Optional.of(read.words) : Optional.empty();
    }

    /** One pass over a line. */
    private static final class Reader {
        private final String line;
        private final boolean comments;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean inWord;
        private boolean simple = true;
        private String open = "";
        private int at;

        Reader(String line, boolean comments) {
            this.line = line;
            this.comments = comments;
        }

        ShellWords read() {
            while (at < line.length()) {
                step(line.charAt(at++));
            }
            endWord();
            return new ShellWords(words, open, simple && open.isEmpty());
        }

        private void step(char c) {
            if (BLANK.indexOf(c) >= 0) {
                endWord();
                return;
            }
            if (comments && c == '#' && !inWord) {
                at = line.length();
                return;
            }
            inWord = true;
            switch (c) {
                case '\'', '"' -> quoted(c);
                case '\\' -> word.append(at < line.length() ? line.charAt(at++) : c);
                default -> {
                    word.append(c);
                    simple &= NEEDS_A_SHELL.indexOf(c) < 0;
                }
            }
        }

        private void quoted(char quote) {
            boolean expands = quote == '"';
            while (at < line.length()) {
                char c = line.charAt(at++);
                if (c == quote) {
                    return;
                }
                simple &= !expands || (c != '$' && c != '`');
                boolean escape = expands
                        && c == '\\'
                        && at < line.length()
                        && ESCAPED_IN_DOUBLE_QUOTES.indexOf(line.charAt(at)) >= 0;
                word.append(escape ? line.charAt(at++) : c);
            }
            open = String.valueOf(quote);
        }

        private void endWord() {
            if (inWord) {
                words.add(word.toString());
            }
            word.setLength(0);
            inWord = false;
        }
    }
}
