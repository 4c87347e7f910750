package dev.pgduo.transcript.model;

/**
 * A range of lines of a file, both ends included.
 *
 * @param first the first line, from 1
 * @param last the last line, from 1, never before {@code first}
 */
public record LineSpan(int first, int last) {
    public LineSpan {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("lines out of range: " + first + "-" + last);
        }
    }
}
