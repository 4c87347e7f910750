package dev.pgduo.session.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.jspecify.annotations.Nullable;

/** The endpoint and the address of its host that is used, in libpq's words; null for a Unix-domain socket. */
record Address(Endpoint endpoint, @Nullable InetAddress inet) {
    /** The address in digits, empty for a socket. */
    String digits() {
        return inet == null ? "" : inet.getHostAddress().replaceFirst("^(0:){7}1$", "::1");
    }

    /** Where the server listens. */
    SocketAddress socketAddress() {
        return inet == null
                ? UnixDomainSocketAddress.of(endpoint.socket())
                : new InetSocketAddress(inet, endpoint.port());
    }

    ConnectFailed failed(String reason, @Nullable String sqlState, @Nullable Throwable cause) {
        return new ConnectFailed("connection to server " + place() + " failed: " + reason, sqlState, cause);
    }

    private String place() {
        if (inet == null) {
            return "on socket \"" + endpoint.socket() + "\"";
        }
        String host = "\"" + endpoint.host() + "\"";
        String shown = digits().equals(endpoint.host()) ? host : host + " (" + digits() + ")";
        return "at " + shown + ", port " + endpoint.port();
    }

    ConnectFailed refused(ServerMessage error) {
        String words = MessageText.DEFAULT.error(error, "").stripTrailing();
        ConnectFailed once = failed(words, error.sqlState(), null);
        // libpq takes it for a complaint about application_name, and tries again without that.
        boolean again = "42704".equals(error.sqlState());
        return again ? new ConnectFailed(once.words() + "\n" + once.words(), error.sqlState(), null) : once;
    }

    /** What to look at when nobody listens there. */
    String question() {
        return inet == null
                ? "\n\tIs the server running locally and accepting connections on that socket?"
                : "\n\tIs the server running on that host and accepting TCP/IP connections?";
    }
}
