package dev.pgduo.session.query;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a main loop reads its lines from: a script, a person, or text that was handed over. Not thread-safe. */
public interface Source {
    /** The next line with its newline, the last one perhaps without; null at the end. */
    byte @Nullable [] line() throws IOException;

    /** What follows, not in lines: fills some of the target; 0 at the end. */
    int read(byte[] target) throws IOException;

    /** Says whether the next lines are data of COPY, for which a person is asked with another prompt. */
    default void copying(boolean on) {}

    /** The rows of a COPY that failed before it took them are nothing else. */
    default void skipRows() {}
}
