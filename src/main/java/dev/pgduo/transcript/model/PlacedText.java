package dev.pgduo.transcript.model;

/**
 * The argument of a directive, with its position.
 *
 * @param line the line, from 1
 * @param column the column where it begins, from 1, in code points
 * @param text the text without surrounding blanks
 */
public record PlacedText(int line, int column, String text) {
    /** The same without its position. */
    PlacedText placeless() {
        return new PlacedText(0, 0, text);
    }
}
