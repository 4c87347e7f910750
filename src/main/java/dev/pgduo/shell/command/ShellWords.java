package dev.pgduo.shell.command;

import dev.pgduo.report.ErrorReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a typed line into words by the quoting rules of a POSIX shell: single quotes, double quotes, backslash. Nothing is
 * expanded. Not reusable.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02">POSIX, Quoting</a>
 */
final class ShellWords {
    private static final String ESCAPED_IN_DOUBLE_QUOTES = "\"\\$`";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * The words of {@code line}.
     *
     * @throws UsageException when a quote is left open
     */
    static List<String> split(String line) {
        return new ShellWords(line).split();
    }

    private List<String> split() {
        while (at < line.length()) {
            step(line.charAt(at++));
        }
        endWord();
        return words;
    }

    private void step(char c) {
        switch (c) {
            case ' ', '\t', '\n', '\r' -> endWord();
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '\\' -> append(at < line.length() ? line.charAt(at++) : c);
            default -> append(c);
        }
    }

    private void append(char c) {
        inWord = true;
        word.append(c);
    }

    private void singleQuoted() {
        int end = line.indexOf('\'', at);
        if (end < 0) {
            throw unterminated("'");
        }
        inWord = true;
        word.append(line, at, end);
        at = end + 1;
    }

    private void doubleQuoted() {
        inWord = true;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return;
            }
            boolean escape = c == '\\' && at < line.length() && ESCAPED_IN_DOUBLE_QUOTES.indexOf(line.charAt(at)) >= 0;
            word.append(escape ? line.charAt(at++) : c);
        }
        throw unterminated("\"");
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }

    private static UsageException unterminated(String quote) {
        return new UsageException(ErrorReport.error("unterminated quote " + quote)
                .hint("Close the quote, or put a backslash before it when it is meant as a letter."));
    }
}
