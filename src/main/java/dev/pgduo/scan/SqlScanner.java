package dev.pgduo.scan;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Splits what is typed into statements: copies a line into the query buffer up to a semicolon or a backslash, and keeps
 * its state between lines (psql 15: {@code psqlscan.l}). The copy is exactly what psql sends. Not thread-safe.
 */
public final class SqlScanner {
    /** Why scanning stopped. */
    public enum Stop {
        /** A statement is complete; its semicolon is in the buffer. */
        SEMICOLON,
        /** A backslash command follows. */
        BACKSLASH,
        /** The line is used up; more is needed. */
        END_OF_LINE
    }

    /** What the scanner is inside of; the mark is the prompt's {@code %R}. */
    private enum State {
        START('-'),
        QUOTE('\''),
        ESCAPED_QUOTE('\''),
        IDENTIFIER('"'),
        COMMENT('*'),
        DOLLAR('$');

        private final char mark;

        State(char mark) {
            this.mark = mark;
        }
    }

    private final StringBuilder query;
    private final FunctionBody body = new FunctionBody();
    private Line line = new Line("");
    private State state = State.START;
    private int parentheses;
    private int commentDepth;
    private String dollarTag = "";
    private boolean standardStrings = true;
    private Variables variables = Variables.NONE;
    private Consumer<String> complaints = text -> {};

    /** A scanner that appends to this buffer. */
    public SqlScanner(StringBuilder query) {
        this.query = query;
    }

    /** Sets where variables get their values from. */
    public void variables(Variables source) {
        variables = source;
    }

    /** Sets who gets psql's message when a variable is not replaced. */
    public void complaints(Consumer<String> target) {
        complaints = target;
    }

    /** The server's {@code standard_conforming_strings}. */
    public void standardStrings(boolean on) {
        standardStrings = on;
    }

    /** Begins another line, given without its newline. */
    public void line(String text) {
        line = new Line(text);
    }

    /** The line being scanned; backslash commands take their words from it. */
    public Line line() {
        return line;
    }

    /** Whether a line end would be inside a quote or comment. */
    public boolean inQuote() {
        return state != State.START;
    }

    /** The prompt's {@code %R} for a statement that goes on. */
    public char mark() {
        return state == State.START && parentheses > 0 ? '(' : state.mark;
    }

    /** Open parentheses. */
    public int parentheses() {
        return parentheses;
    }

    public void parentheses(int open) {
        parentheses = open;
    }

    /** Forgets the state, when the buffer was emptied or sent. */
    public void reset() {
        state = State.START;
        parentheses = 0;
        commentDepth = 0;
        body.newStatement();
    }

    /** Copies the rest of the line, up to where scanning stops. */
    public Stop scan() {
        while (!line.atEnd()) {
            Stop stop = step();
            if (stop != null) {
                return stop;
            }
        }
        return Stop.END_OF_LINE;
    }

    private @Nullable Stop step() {
        switch (state) {
            case START -> {
                return outside();
            }
            case QUOTE -> quoted('\'', false);
            case ESCAPED_QUOTE -> quoted('\'', true);
            case IDENTIFIER -> quoted('"', false);
            case COMMENT -> comment();
            case DOLLAR -> dollarQuoted();
        }
        return null;
    }

    private void quoted(char quote, boolean escapes) {
        char c = line.peek(0);
        if (escapes && c == '\\') {
            copy(Math.min(2, line.left()));
        } else if (c == quote && line.peek(1) == quote) {
            copy(2);
        } else {
            copy(1);
            if (c == quote) {
                state = State.START;
            }
        }
    }

    private void comment() {
        if (line.startsWith("*/")) {
            copy(2);
            commentDepth--;
            state = commentDepth == 0 ? State.START : State.COMMENT;
        } else if (line.startsWith("/*")) {
            copy(2);
            commentDepth++;
        } else {
            copy(1);
        }
    }

    private void dollarQuoted() {
        if (line.startsWith(dollarTag)) {
            copy(dollarTag.length());
            state = State.START;
        } else {
            copy(1);
        }
    }

    private @Nullable Stop outside() {
        char c = line.peek(0);
        if (isSpace(c) || line.startsWith("--")) {
            whitespace();
            return null;
        }
        if (c == '\\') {
            return backslash();
        }
        if (c == ';') {
            return semicolon();
        }
        if (Character.isLetter(c) || c == '_' || c >= 0x80) {
            word();
        } else {
            symbol(c);
        }
        return null;
    }

    /** Blanks and single-line comments at the start of a query are not sent. */
    private void whitespace() {
        int length = line.startsWith("--") ? line.leftOfRow() : 1;
        if (query.isEmpty()) {
            line.skip(length);
        } else {
            copy(length);
        }
    }

    private @Nullable Stop backslash() {
        char next = line.peek(1);
        line.skip(1);
        if (next != ';' && next != ':') {
            return Stop.BACKSLASH;
        }
        copy(1);
        if (next == ';') {
            body.newStatement();
        }
        return null;
    }

    private @Nullable Stop semicolon() {
        copy(1);
        if (parentheses > 0 || body.inside()) {
            return null;
        }
        body.newStatement();
        return Stop.SEMICOLON;
    }

    private void word() {
        int length = 1;
        while (length < line.left() && isWordPart(line.peek(length))) {
            length++;
        }
        String word = line.ahead(length);
        char after = line.peek(length);
        copy(length);
        if (after == '\'' && word.equalsIgnoreCase("e")) {
            open(State.ESCAPED_QUOTE);
        } else if (after == '\'' && (word.equalsIgnoreCase("b") || word.equalsIgnoreCase("x"))) {
            open(State.QUOTE);
        } else if (after == '&' && line.peek(1) == '\'' && word.equalsIgnoreCase("u")) {
            copy(1);
            open(State.QUOTE);
        } else {
            body.word(word, parentheses > 0);
        }
    }

    private void symbol(char c) {
        switch (c) {
            case '\'' -> open(standardStrings ? State.QUOTE : State.ESCAPED_QUOTE);
            case '"' -> open(State.IDENTIFIER);
            case '$' -> dollar();
            case ':' -> colon();
            case '(' -> {
                parentheses++;
                copy(1);
            }
            case ')' -> {
                parentheses = Math.max(0, parentheses - 1);
                copy(1);
            }
            default -> slashOrOther();
        }
    }

    private void slashOrOther() {
        if (line.startsWith("/*")) {
            state = State.COMMENT;
            commentDepth = 1;
            copy(2);
        } else {
            copy(1);
        }
    }

    private void open(State quote) {
        state = quote;
        copy(1);
    }

    private void dollar() {
        int length = 1;
        while (length < line.left() && isWordPart(line.peek(length)) && line.peek(length) != '$') {
            length++;
        }
        boolean tag = line.peek(length) == '$' && !Character.isDigit(line.peek(1));
        if (tag) {
            dollarTag = line.ahead(length + 1);
            state = State.DOLLAR;
        }
        copy(tag ? length + 1 : 1);
    }

    private void colon() {
        if (line.startsWith("::") || line.startsWith(":=")) {
            copy(2);
            return;
        }
        Reference reference = line.reference();
        String value = reference == null ? null : reference.replacement(variables);
        boolean plain = reference != null && reference.kind() == Reference.Kind.PLAIN;
        if (reference == null || value == null) {
            copy(reference != null && reference.kind() != Reference.Kind.TEST ? reference.length() : 1);
        } else if (plain && line.expanding(reference.name())) {
            complaints.accept("skipping recursive expansion of variable \"" + reference.name() + "\"");
            copy(reference.length());
        } else if (plain) {
            line.expand(reference, value);
        } else {
            line.skip(reference.length());
            query.append(value);
        }
    }

    private void copy(int length) {
        query.append(line.ahead(length));
        line.skip(length);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }
}
