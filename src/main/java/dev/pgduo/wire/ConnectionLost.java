package dev.pgduo.wire;

import java.io.IOException;

/** The server is gone in the middle of a conversation. What it said last was handed to the handler before. */
public final class ConnectionLost extends Exception {
    private static final long serialVersionUID = 1L;

    /** libpq's words for an end of file where a message should be. */
    public static final String WORDS = """
            server closed the connection unexpectedly
            \tThis probably means the server terminated abnormally
            \tbefore or while processing the request.
            """;

    ConnectionLost(IOException cause) {
        super(cause);
    }
}
