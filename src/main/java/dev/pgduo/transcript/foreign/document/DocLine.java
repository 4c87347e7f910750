package dev.pgduo.transcript.foreign.document;

/**
 * A line of a document.
 *
 * @param number its number in the file, from 1
 * @param text the text without a line terminator
 */
public record DocLine(int number, String text) {
    /** Whether it is empty or blank. */
    public boolean blank() {
        return text.isBlank();
    }

    /** The same line with another text. */
    public DocLine with(String other) {
        return new DocLine(number, other);
    }
}
