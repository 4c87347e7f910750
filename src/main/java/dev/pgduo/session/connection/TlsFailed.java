package dev.pgduo.session.connection;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A server was reached, but the connection could not be encrypted; the message is libpq's. */
final class TlsFailed extends IOException {
    private static final long serialVersionUID = 1L;

    TlsFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
