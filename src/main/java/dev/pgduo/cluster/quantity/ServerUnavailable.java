package dev.pgduo.cluster.quantity;

import org.jspecify.annotations.Nullable;

/** The server did not answer a query; it may later. */
public final class ServerUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public ServerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
