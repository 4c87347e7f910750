package dev.pgduo.session.query;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a main loop reads its lines from: a script, a person, or text that was handed over. Not thread-safe. */
public interface Source {
    /** The next line with its newline, the last one perhaps without; null at the end. */
    byte @Nullable [] line() throws IOException;

    /** What follows, not in lines: fills some of the target; 0 at the end. */
    int read(byte[] target) throws IOException;
}
