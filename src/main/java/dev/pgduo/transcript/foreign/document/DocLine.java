package dev.pgduo.transcript.foreign.document;

/**
 * A line of a document.
 *
 * @param number its 1-based number in the file
 * @param text without the line's end
 */
public record DocLine(int number, String text) {
    /** Whether nothing is to be seen in it. */
    public boolean blank() {
        return text.isBlank();
    }

    /** The same line with another text. */
    public DocLine with(String other) {
        return new DocLine(number, other);
    }
}
