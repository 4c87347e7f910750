package dev.pgduo.session.scan;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Reads a backslash command's name and arguments from a line (psql 15: {@code psqlscanslash.l}). Not thread-safe.
 */
public final class SlashScanner {
    private static final String ESCAPES = "ntbrf";
    private static final String ESCAPED = "\n\t\b\r\f";

    private final Line line;
    private final Variables variables;
    private final UnaryOperator<String> backquote;
    private final Consumer<String> complaints;
    private boolean unterminated;

    /**
     * @param line stands behind the backslash
     * @param backquote what a command in backquotes prints
     * @param complaints told when a quote is not closed; that argument and what follows do not count then
     */
    public SlashScanner(Line line, Variables variables, UnaryOperator<String> backquote, Consumer<String> complaints) {
        this.line = line;
        this.variables = variables;
        this.backquote = backquote;
        this.complaints = complaints;
    }

    /** The command's name: up to a blank or another backslash. */
    public String name() {
        StringBuilder name = new StringBuilder();
        while (!line.atEnd() && !endsWord()) {
            take(name);
        }
        return name.toString();
    }

    /** The next argument, or nothing at the end of the command. */
    public Optional<String> argument() {
        return word();
    }

    /** The next argument as an SQL name: lower case unless in double quotes, which go away. */
    public Optional<String> identifier() {
        return word().map(SlashScanner::folded);
    }

    /** The rest of the line when it starts with a bar, else the next argument. */
    public Optional<String> fileOrPipe() {
        blanks();
        return line.peek(0) == '|' ? Optional.of(line.rest()) : argument();
    }

    /** The rest of the line as it stands, without leading blanks. */
    public String wholeLine() {
        blanks();
        return line.rest();
    }

    /** Steps over the double backslash that separates a command from what follows. */
    public void end() {
        blanks();
        if (line.startsWith("\\\\")) {
            line.skip(2);
        }
    }

    private Optional<String> word() {
        blanks();
        if (line.atEnd() || line.peek(0) == '\\') {
            return Optional.empty();
        }
        StringBuilder word = new StringBuilder();
        while (!line.atEnd() && !endsWord()) {
            part(word);
        }
        return unterminated ? Optional.empty() : Optional.of(word.toString());
    }

    private void part(StringBuilder word) {
        switch (line.peek(0)) {
            case '\'' -> word.append(quoted());
            case '`' -> word.append(backquote.apply(upTo('`')));
            case '"' -> word.append('"').append(upTo('"')).append('"');
            case ':' -> reference(word);
            default -> take(word);
        }
    }

    private void reference(StringBuilder word) {
        Reference reference = line.reference();
        String value = reference == null ? null : reference.replacement(variables);
        if (reference == null || value == null) {
            take(word);
        } else {
            line.skip(reference.length());
            word.append(value);
        }
    }

    private String upTo(char quote) {
        line.skip(1);
        StringBuilder inside = new StringBuilder();
        while (line.peek(0) != quote) {
            if (line.atEnd()) {
                return unterminated(inside.toString());
            }
            take(inside);
        }
        line.skip(1);
        return inside.toString();
    }

    private String unterminated(String read) {
        unterminated = true;
        complaints.accept("unterminated quoted string");
        return read;
    }

    private String quoted() {
        line.skip(1);
        StringBuilder inside = new StringBuilder();
        while (!line.atEnd()) {
            char c = line.peek(0);
            if (c == '\'' && line.peek(1) != '\'') {
                line.skip(1);
                return inside.toString();
            }
            line.skip(c == '\'' ? 1 : 0);
            if (c == '\\') {
                escape(inside);
            } else {
                take(inside);
            }
        }
        return unterminated(inside.toString());
    }

    private void escape(StringBuilder inside) {
        line.skip(1);
        char c = line.peek(0);
        int known = ESCAPES.indexOf(c);
        String octal = digits(3, 8, 0);
        String hex = c == 'x' ? digits(2, 16, 1) : "";
        if (known >= 0) {
            inside.append(ESCAPED.charAt(known));
            line.skip(1);
        } else if (!octal.isEmpty()) {
            inside.append((char) (Integer.parseInt(octal, 8) & 0xff));
            line.skip(octal.length());
        } else if (!hex.isEmpty()) {
            inside.append((char) Integer.parseInt(hex, 16));
            line.skip(1 + hex.length());
        } else if (!line.atEnd()) {
            take(inside);
        }
    }

    private String digits(int most, int radix, int start) {
        int length = 0;
        while (length < most && Character.digit(line.peek(start + length), radix) >= 0) {
            length++;
        }
        return line.ahead(start + length).substring(start);
    }

    private void take(StringBuilder target) {
        target.append(line.peek(0));
        line.skip(1);
    }

    private void blanks() {
        while (!line.atEnd() && isSpace(line.peek(0))) {
            line.skip(1);
        }
    }

    private boolean endsWord() {
        return isSpace(line.peek(0)) || line.peek(0) == '\\';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static String folded(String word) {
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '"') {
                name.append(quoted || c >= 0x80 ? c : Character.toLowerCase(c));
            } else if (quoted && i + 1 < word.length() && word.charAt(i + 1) == '"') {
                name.append(c);
                i++;
            } else {
                quoted = !quoted;
            }
        }
        return name.toString();
    }
}
