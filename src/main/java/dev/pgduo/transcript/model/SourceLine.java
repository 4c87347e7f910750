package dev.pgduo.transcript.model;

import dev.pgduo.report.Position;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file.
 *
 * @param number its 1-based number
 * @param text without the line terminator
 * @param end the terminator: {@code "\n"}, {@code "\r\n"}, or empty on a last line without one
 * @param from where it stands in an included file, or null when it is the file's own
 */
public record SourceLine(
        int number, String text, String end, @Nullable Position from) {
    /** The file's own. */
    public SourceLine(int number, String text, String end) {
        this(number, text, end, null);
    }

    /** Whether it is the file's own, and not an included one's. */
    public boolean own() {
        return from == null;
    }
}
