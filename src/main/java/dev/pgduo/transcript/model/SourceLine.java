package dev.pgduo.transcript.model;

import dev.pgduo.report.Position;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file.
 *
 * @param number its number, from 1
 * @param text the text without the line terminator
 * @param end the terminator: {@code "\n"}, {@code "\r\n"}, or empty on a last line without one
 * @param from its position in an included file, or null for a line of the file itself
 */
public record SourceLine(
        int number, String text, String end, @Nullable Position from) {
    /** A line of the file itself. */
    public SourceLine(int number, String text, String end) {
        this(number, text, end, null);
    }

    /** Whether it is a line of the file itself, not of an included one. */
    public boolean own() {
        return from == null;
    }
}
