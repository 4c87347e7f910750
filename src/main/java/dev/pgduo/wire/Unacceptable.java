package dev.pgduo.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A server was reached, but the connection to it is not what the options ask for; the message is libpq's. */
final class Unacceptable extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean agreed;

    private Unacceptable(boolean agreed, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.agreed = agreed;
    }

    /** The server is not the wanted one, or refused what was asked for. */
    static Unacceptable refused(String message) {
        return new Unacceptable(false, message, null);
    }

    /** The handshake began and failed: an unencrypted connection may still work. */
    static Unacceptable broken(String message, @Nullable Throwable cause) {
        return new Unacceptable(true, message, cause);
    }

    /** Whether the server had agreed to encrypt. */
    boolean agreed() {
        return agreed;
    }
}
