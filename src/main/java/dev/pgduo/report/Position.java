package dev.pgduo.report;

/**
 * A place in a text that a person wrote.
 *
 * @param source what the text is called, usually the file's path as it was typed
 * @param line 1-based line
 * @param column 1-based column in code points, or 0 when the whole line is meant
 */
public record Position(String source, int line, int column) {
    public Position {
        if (line < 1 || column < 0) {
            throw new IllegalArgumentException("position out of range: " + line + ":" + column);
        }
    }

    /** {@code source:line:column}, or {@code source:line} when the whole line is meant. */
    @Override
    public String toString() {
        return column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
    }
}
