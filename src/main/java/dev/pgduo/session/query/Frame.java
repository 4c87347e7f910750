package dev.pgduo.session.query;

import dev.pgduo.scan.SqlScanner;
import org.jspecify.annotations.Nullable;

/**
 * One source of input: a script, typed lines, or one {@code -c}, with the statement that is being read (the local variables of
 * psql's {@code MainLoop}). Not thread-safe.
 */
public final class Frame {
    private final Source source;
    private final @Nullable String file;
    private final ConditionalStack conditions = new ConditionalStack();
    private final StringBuilder buffer = new StringBuilder();
    private final SqlScanner scanner = new SqlScanner(buffer);
    private String previous = "";
    private long line;
    private long statementLine = 1;
    private int promptWidth;
    private boolean typed;

    /**
     * A frame at the beginning of its source.
     *
     * @param file the script's name for messages; null for typed text and the standard input
     */
    public Frame(Source source, @Nullable String file) {
        this.source = source;
        this.file = file;
    }

    public Source source() {
        return source;
    }

    public @Nullable String file() {
        return file;
    }

    public ConditionalStack conditions() {
        return conditions;
    }

    /** The text of the statement so far. */
    public StringBuilder buffer() {
        return buffer;
    }

    public SqlScanner scanner() {
        return scanner;
    }

    /** Whether the statement is incomplete, so that the next line belongs to it. */
    public boolean unfinished() {
        return !buffer.isEmpty() || scanner.inQuote();
    }

    /** The query that was sent last. */
    public String previous() {
        return previous;
    }

    public void previous(String query) {
        previous = query;
    }

    /** The number of the last line that was read, from 1. */
    public long line() {
        return line;
    }

    public void countLine() {
        line++;
    }

    /** The number of the next line within its statement, from 1. */
    public long statementLine() {
        return statementLine;
    }

    public void statementLine(long next) {
        statementLine = next;
    }

    /** The width of the prompt at the statement's beginning, in columns. */
    public int promptWidth() {
        return promptWidth;
    }

    public void promptWidth(int columns) {
        promptWidth = columns;
    }

    /** Whether a person types it. */
    public boolean typed() {
        return typed;
    }

    public Frame typed(boolean byPerson) {
        typed = byPerson;
        return this;
    }

    /** The position for a branch of {@code \if} that begins here. */
    public ConditionalStack.Mark mark() {
        return new ConditionalStack.Mark(buffer.length(), scanner.parentheses());
    }

    /** Discards the text since the begin of the innermost branch. */
    public void backToMark() {
        ConditionalStack.Mark mark = conditions.mark();
        buffer.setLength(mark.length());
        scanner.parentheses(mark.parentheses());
    }

    /** Discards the statement. */
    public void reset() {
        buffer.setLength(0);
        scanner.reset();
    }
}
