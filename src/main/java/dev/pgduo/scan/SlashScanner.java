package dev.pgduo.scan;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    /** The kind of quote that the argument being read had last, or NUL. */
    private char quote;

    /** Characters at the end of the argument that were in no quotes. */
    private int bare;

    /**
     * @param line at the place behind the backslash
     * @param backquote what a command in backquotes prints
     * @param complaints gets psql's message when a quote is not closed; that argument and the rest of the line are ignored then
     */
    public SlashScanner(Line line, Variables variables, UnaryOperator<String> backquote, Consumer<String> complaints) {
        this.line = line;
        this.variables = variables;
        this.backquote = backquote;
        this.complaints = complaints;
    }

    /** A scanner that reads on in the same line with other variables and commands. */
    public SlashScanner with(Variables others, UnaryOperator<String> commands) {
        return new SlashScanner(line, others, commands, complaints);
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
        return Optional.ofNullable(word(false));
    }

    /** The next argument without unquoted semicolons at its end. */
    public Optional<String> stripped() {
        return Optional.ofNullable(word(true));
    }

    /** Whether any of the last argument was in quotes or came from a variable or a command. */
    public boolean wasQuoted() {
        return quote != '\0';
    }

    /** The next argument as an SQL name: in lower case unless in double quotes, which are removed; no semicolons at the end. */
    public Optional<String> identifier() {
        return stripped().map(word -> Quoting.dequoted(word, true));
    }

    /** The next argument of {@code \c}: double quotes are removed, no semicolons at the end; empty for a single dash. */
    public Optional<String> connectionWord() {
        return stripped()
                .map(word -> Quoting.dequoted(word, false))
                .filter(word -> wasQuoted() || !(word.isEmpty() || word.equals("-")));
    }

    /** The rest of the line when it starts with a bar, else the next argument. */
    public Optional<String> fileOrPipe() {
        blanks();
        return line.peek(0) == '|' ? Optional.of(line.rest()) : argument();
    }

    /** The same without semicolons at the end of an argument. */
    public Optional<String> fileOrPipeStripped() {
        blanks();
        return line.peek(0) == '|' ? Optional.of(line.rest()) : stripped();
    }

    /** The rest of the line as it stands, without leading blanks. */
    public String wholeLine() {
        blanks();
        return line.rest();
    }

    /** Steps over the double backslash that separates a command from what follows. */
    public void end() {
        if (line.startsWith("\\\\")) {
            line.skip(2);
        }
    }

    private @Nullable String word(boolean strip) {
        blanks();
        quote = '\0';
        bare = 0;
        StringBuilder word = new StringBuilder();
        while (!line.atEnd() && !endsWord() && !unterminated) {
            part(word);
        }
        if (unterminated) {
            unterminated = false;
            complaints.accept("unterminated quoted string");
            return null;
        }
        while (strip && bare-- > 0 && word.length() > 0 && word.charAt(word.length() - 1) == ';') {
            word.setLength(word.length() - 1);
        }
        // A C string ends at a zero byte, which an octal escape can make.
        int end = word.indexOf("\0");
        word.setLength(end < 0 ? word.length() : end);
        return word.length() == 0 && quote == '\0' ? null : word.toString();
    }

    private void part(StringBuilder word) {
        switch (line.peek(0)) {
            case '\'' -> quoted(word);
            case '`' -> {
                begin('`');
                String command = command();
                word.append(unterminated ? "" : backquote.apply(command));
            }
            case '"' -> {
                begin('"');
                word.append('"').append(upTo('"')).append('"');
            }
            case ':' -> reference(word);
            default -> {
                bare++;
                take(word);
            }
        }
    }

    private void begin(char kind) {
        quote = kind;
        bare = 0;
    }

    private void reference(StringBuilder word) {
        Reference reference = line.reference();
        if (reference == null) {
            bare++;
            take(word);
            return;
        }
        String value = reference.replacement(variables);
        if (reference.kind() != Reference.Kind.TEST) {
            begin(':');
        }
        word.append(value == null ? line.ahead(reference.length()) : value);
        line.skip(reference.length());
    }

    private String upTo(char closing) {
        line.skip(1);
        StringBuilder inside = new StringBuilder();
        while (line.peek(0) != closing || line.atEnd()) {
            if (line.atEnd()) {
                unterminated = true;
                return inside.toString();
            }
            take(inside);
        }
        line.skip(1);
        return inside.toString();
    }

    /** The text between backquotes, with variables put in: plain or quoted for the shell. */
    private String command() {
        line.skip(1);
        StringBuilder inside = new StringBuilder();
        while (line.peek(0) != '`') {
            if (line.atEnd()) {
                unterminated = true;
                return inside.toString();
            }
            commandPart(inside);
        }
        line.skip(1);
        return inside.toString();
    }

    private void commandPart(StringBuilder inside) {
        Reference reference = line.peek(0) == ':' ? line.reference() : null;
        String value = reference == null ? null : reference.forShell(variables, complaints);
        if (reference == null || value == null) {
            take(inside);
        } else {
            inside.append(value);
            line.skip(reference.length());
        }
    }

    private void quoted(StringBuilder word) {
        begin('\'');
        line.skip(1);
        while (!line.atEnd()) {
            char c = line.peek(0);
            if (c == '\'' && line.peek(1) != '\'') {
                line.skip(1);
                return;
            }
            line.skip(c == '\'' ? 1 : 0);
            if (c == '\\') {
                escape(word);
            } else {
                take(word);
            }
        }
        unterminated = true;
    }

    private void escape(StringBuilder inside) {
        line.skip(1);
        char c = line.peek(0);
        int known = ESCAPES.indexOf(c);
        String octal = digits(3, 8, 0);
        String hex = c == 'x' ? digits(2, 16, 1) : "";
        if (known >= 0 && !line.atEnd()) {
            inside.append(ESCAPED.charAt(known));
            line.skip(1);
        } else if (!octal.isEmpty()) {
            octet(inside, Integer.parseInt(octal, 8));
            line.skip(octal.length());
        } else if (!hex.isEmpty()) {
            octet(inside, Integer.parseInt(hex, 16));
            line.skip(1 + hex.length());
        } else if (!line.atEnd()) {
            take(inside);
        }
    }

    /** Appends a byte of any value; one that is not ASCII becomes a lone low surrogate, which is written as that byte again. */
    private static void octet(StringBuilder inside, int value) {
        int octet = value & 0xff;
        inside.append((char) (octet < 0x80 ? octet : 0xdc00 + octet));
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
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
