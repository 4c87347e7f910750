package dev.pgduo.wire;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** No connection was made; the message is libpq's, one or more lines without a final newline. */
public final class ConnectFailed extends Exception {
    static final String NO_PASSWORD = "fe_sendauth: no password supplied";

    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;

    public ConnectFailed(String message, @Nullable String sqlState, @Nullable Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState;
    }

    /** The failure of several attempts: all their messages, and the cause of the last one. */
    public static ConnectFailed all(List<ConnectFailed> failures) {
        ConnectFailed last = failures.get(failures.size() - 1);
        String words = failures.stream().map(ConnectFailed::words).collect(Collectors.joining("\n"));
        return failures.size() == 1 ? last : new ConnectFailed(words, last.sqlState(), last);
    }

    /** The message, never null. */
    public String words() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** The server's SQLSTATE, or null when the server was not reached. */
    public @Nullable String sqlState() {
        return sqlState;
    }

    /** Whether the server asked for a password and there was none. */
    public boolean needsPassword() {
        return words().endsWith(NO_PASSWORD);
    }

    /** Whether the server was not reached: another address of the same host may be tried. */
    boolean unreached() {
        return sqlState == null;
    }
}
