package dev.pgduo.report;

/**
 * A place in a text that a person wrote.
 *
 * @param source the text's name, usually the file's path as it was typed
 * @param line the line, from 1
 * @param column the column, from 1, in code points, or 0 for the whole line
 */
public record Position(String source, int line, int column) {
    public Position {
        if (line < 1 || column < 0) {
            throw new IllegalArgumentException("position out of range: " + line + ":" + column);
        }
    }

    /** {@code source:line:column}, or {@code source:line} for a whole line. */
    @Override
    public String toString() {
        return column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
    }
}
