package dev.pgduo.session.query;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A source of lines: a script, a person, or a given text. Not thread-safe. */
public interface Source {
    /** The next line with its newline, which the last line may lack; null at the end. */
    byte @Nullable [] line() throws IOException;

    /** Reads bytes, not lines, into the target; returns 0 at the end. */
    int read(byte[] target) throws IOException;

    /** Sets whether the next lines are COPY data, for which a person sees another prompt. */
    default void copying(boolean on) {}

    /** Skips the rows of a COPY that has failed before it read them. */
    default void skipRows() {}
}
