package dev.pgduo.wire;

import java.io.IOException;

/** An error that the server reported where rows were expected: {@code ERROR:  replication slot "x" does not exist}, and its details. */
public final class ErrorResponse extends IOException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;

    ErrorResponse(ServerMessage message) {
        super(message.words().stripTrailing());
        this.sqlState = message.sqlState();
    }

    public String sqlState() {
        return sqlState;
    }
}
