package dev.pgduo.shell.psql;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a person types, a line at a time. */
interface LineInput extends AutoCloseable {
    /**
     * Shows a prompt and waits for a line.
     *
     * @return the line with its newline; null when the person has no more to say
     * @throws java.io.InterruptedIOException at Ctrl-C, for a reader that does not start anew by itself
     */
    byte @Nullable [] line(String prompt) throws IOException;

    /** Forgets what it holds of the terminal. */
    @Override
    void close() throws IOException;
}
