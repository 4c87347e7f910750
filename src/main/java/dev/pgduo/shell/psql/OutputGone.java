package dev.pgduo.shell.psql;

import java.io.IOException;

/** The reader of the output is gone; there is nothing left to do. */
final class OutputGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputGone(IOException cause) {
        super(cause);
    }
}
