package dev.pgduo.lab.os;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a simple command line into words, with the shell's quoting.
 *
 * <p>A line that needs a shell (pipes, lists, redirections, substitutions) is not a simple command: empty.
 */
final class ShellWords {
    private static final String NEEDS_A_SHELL = "|&;<>()`$";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** The words of a simple command, or empty when only a shell can tell. */
    static Optional<List<String>> split(String text) {
        ShellWords scanner = new ShellWords(text);
        return scanner.scan() ? Optional.of(List.copyOf(scanner.words)) : Optional.empty();
    }

    private boolean scan() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (Character.isWhitespace(c)) {
                endWord();
            } else if (!accept(c)) {
                return false;
            }
        }
        endWord();
        return true;
    }

    private boolean accept(char c) {
        inWord = true;
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        if (c == '\\') {
            if (at < text.length()) {
                word.append(text.charAt(at++));
            }
            return true;
        }
        word.append(c);
        return NEEDS_A_SHELL.indexOf(c) < 0;
    }

    private boolean quoted(char quote) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return true;
            }
            if (quote == '"' && (c == '$' || c == '`')) {
                return false;
            }
            boolean escape = quote == '"' && c == '\\' && at < text.length() && "\\\"$`".indexOf(text.charAt(at)) >= 0;
            word.append(escape ? text.charAt(at++) : c);
        }
        return false;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
