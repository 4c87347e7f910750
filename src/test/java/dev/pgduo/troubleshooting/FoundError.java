package dev.pgduo.troubleshooting;

/**
 * An error of the program, as a person reads it; what differs from time to time stands in capitals.
 *
 * @param place the file in which it is made, below {@code dev/pgduo}, without {@code .java}
 * @param message the message
 * @param detail its DETAIL, or empty
 * @param hint its HINT, or empty
 */
record FoundError(String place, String message, String detail, String hint) {
    /** Whether anything of the message is known from the sources. */
    boolean legible() {
        return SourceText.legible(message);
    }

    /** Whether it says more than that something failed. */
    boolean helpful() {
        return SourceText.legible(hint) || SourceText.legible(detail);
    }
}
