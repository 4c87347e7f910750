package dev.pgduo.session.connection;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The endpoint and the address of its host that is used, in libpq's words. */
record Address(Endpoint endpoint, InetAddress address) {
    /** The address in digits. */
    String digits() {
        return address.getHostAddress().replaceFirst("^(0:){7}1$", "::1");
    }

    ConnectFailed failed(String reason, @Nullable String sqlState, @Nullable Throwable cause) {
        String host = "\"" + endpoint.host() + "\"";
        String shown = digits().equals(endpoint.host()) ? host : host + " (" + digits() + ")";
        String words = "connection to server at " + shown + ", port " + endpoint.port() + " failed: " + reason;
        return new ConnectFailed(words, sqlState, cause);
    }

    ConnectFailed refused(ServerMessage error) {
        String words = MessageText.DEFAULT.error(error, "").stripTrailing();
        return failed(words, error.sqlState(), null);
    }
}
