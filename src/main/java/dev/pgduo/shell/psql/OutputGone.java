package dev.pgduo.shell.psql;

import java.io.IOException;

/** The standard output was closed by its reader, so that the program has to end. */
final class OutputGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputGone(IOException cause) {
        super(cause);
    }
}
