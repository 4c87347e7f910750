package dev.pgduo.shell.psql;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what a person types, line by line. */
interface LineInput extends AutoCloseable {
    /**
     * Shows a prompt and waits for a line.
     *
     * @return the line with its newline; null at the end of the input
     * @throws java.io.InterruptedIOException after Ctrl-C, unless the reader itself begins again
     */
    byte @Nullable [] line(String prompt) throws IOException;

    /** Releases the terminal. */
    @Override
    void close() throws IOException;
}
