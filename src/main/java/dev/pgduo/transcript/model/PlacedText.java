package dev.pgduo.transcript.model;

/**
 * The argument of a directive, with its place.
 *
 * @param line 1-based line
 * @param column where it begins, 1-based in code points
 * @param text without blanks around it
 */
public record PlacedText(int line, int column, String text) {
    /** The same wherever it stands. */
    PlacedText placeless() {
        return new PlacedText(0, 0, text);
    }
}
