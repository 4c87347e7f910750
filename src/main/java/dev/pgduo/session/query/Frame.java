package dev.pgduo.session.query;

import dev.pgduo.scan.SqlScanner;
import org.jspecify.annotations.Nullable;

/**
 * One source of input being read: a script, what a person types, one {@code -c}; with the statement that is being put
 * together (the locals of psql's {@code MainLoop}). Not thread-safe.
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
     * @param file name of the script for messages; null for what is typed or comes from the standard input
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

    /** What was read of a statement. */
    public StringBuilder buffer() {
        return buffer;
    }

    public SqlScanner scanner() {
        return scanner;
    }

    /** Whether a statement was begun that is not whole: the next line belongs to it. */
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

    /** The number of the line that was read last, from 1. */
    public long line() {
        return line;
    }

    public void countLine() {
        line++;
    }

    /** The number of the next line inside its statement, from 1. */
    public long statementLine() {
        return statementLine;
    }

    public void statementLine(long next) {
        statementLine = next;
    }

    /** Columns of the prompt that the statement began at. */
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

    /** Where a branch of {@code \if} begins. */
    public ConditionalStack.Mark mark() {
        return new ConditionalStack.Mark(buffer.length(), scanner.parentheses());
    }

    /** Throws away what was read since the innermost branch began. */
    public void backToMark() {
        ConditionalStack.Mark mark = conditions.mark();
        buffer.setLength(mark.length());
        scanner.parentheses(mark.parentheses());
    }

    /** Forgets what was read of a statement. */
    public void reset() {
        buffer.setLength(0);
        scanner.reset();
    }
}
