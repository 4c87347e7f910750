package dev.pgduo.wire;

import java.io.IOException;

/** The connection to the server ended before the answer was complete. The messages that came before were handed to the handler. */
public final class ConnectionLost extends Exception {
    private static final long serialVersionUID = 1L;

    /** libpq's message for an end of file where a message should be. */
    public static final String WORDS = """
            server closed the connection unexpectedly
            \tThis probably means the server terminated abnormally
            \tbefore or while processing the request.
            """;

    ConnectionLost(IOException cause) {
        super(cause);
    }
}
