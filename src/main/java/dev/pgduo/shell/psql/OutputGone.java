package dev.pgduo.shell.psql;

import java.io.IOException;

/** Nobody reads the output any more; there is nothing left to do. */
final class OutputGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputGone(IOException cause) {
        super(cause);
    }
}
