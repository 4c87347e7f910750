package dev.pgduo.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One address at which an endpoint's server is tried, and libpq's messages about it.
 *
 * @param inet an address of the endpoint's host; null for a Unix-domain socket
 */
record Address(Endpoint endpoint, @Nullable InetAddress inet) {
    /**
     * All addresses of the endpoint's host, in the order in which they are tried.
     *
     * @throws ConnectFailed when the host's name cannot be resolved
     */
    static List<Address> all(Endpoint endpoint) throws ConnectFailed {
        if (endpoint.overSocket()) {
            return List.of(new Address(endpoint, null));
        }
        String digits = endpoint.address();
        try {
            if (digits != null) {
                return List.of(new Address(endpoint, InetAddress.getByName(numeric(digits))));
            }
            // getaddrinfo puts the longer (IPv6) loopback address first; Java the other way round.
            return Stream.of(InetAddress.getAllByName(endpoint.host()))
                    .sorted(Comparator.comparing(a -> !a.isLoopbackAddress() || a.getAddress().length == 4))
                    .map(inet -> new Address(endpoint, inet))
                    .toList();
        } catch (UnknownHostException e) {
            String words = digits == null
                    ? "could not translate host name \"" + endpoint.host() + "\" to address"
                    : "could not parse network address \"" + digits + "\"";
            throw new ConnectFailed(words + ": Name or service not known", null, e);
        }
    }

    /** Requires digits: Java would resolve anything else as a name. */
    private static String numeric(String digits) throws UnknownHostException {
        if (!digits.matches("[0-9][0-9.]*|[0-9a-fA-F:.]*:.*")) {
            throw new UnknownHostException(digits);
        }
        return digits;
    }

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
        String named = endpoint.address() == null ? endpoint.host() : endpoint.address();
        boolean same = named.equals(digits()) || named.equals(endpoint.address());
        String shown = "\"" + named + "\"" + (same ? "" : " (" + digits() + ")");
        return "at " + shown + ", port " + endpoint.port();
    }

    ConnectFailed refused(ServerMessage error) {
        String words = error.words().stripTrailing();
        ConnectFailed once = failed(words, error.sqlState(), null);
        // libpq takes this error for one about application_name, tries again without that, and reports both failures.
        boolean again = "42704".equals(error.sqlState());
        return again ? new ConnectFailed(once.words() + "\n" + once.words(), error.sqlState(), null) : once;
    }

    /** libpq's question when no server listens there: what to check. */
    String question() {
        return inet == null
                ? "\n\tIs the server running locally and accepting connections on that socket?"
                : "\n\tIs the server running on that host and accepting TCP/IP connections?";
    }
}
