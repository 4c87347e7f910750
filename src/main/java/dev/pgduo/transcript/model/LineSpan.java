package dev.pgduo.transcript.model;

/**
 * Physical lines of a file, both ends included.
 *
 * @param first 1-based first line
 * @param last 1-based last line, never before {@code first}
 */
public record LineSpan(int first, int last) {
    public LineSpan {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("lines out of range: " + first + "-" + last);
        }
    }
}
