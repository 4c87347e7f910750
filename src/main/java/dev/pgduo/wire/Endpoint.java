package dev.pgduo.wire;

import org.jspecify.annotations.Nullable;

/**
 * A server's address with the user, the password and the database to connect with.
 *
 * @param host name or address, or the directory of the Unix-domain socket
 * @param address the host's address in digits, so that its name is not looked up ({@code hostaddr}); null to look it up
 * @param port 1 to 65535
 * @param password sent when the server asks for one; never printed
 */
public record Endpoint(
        String host,
        @Nullable String address,
        int port,
        String user,
        String database,
        @Nullable String password) {
    /** The directory of the server's sockets when no host is named (Debian's). */
    public static final String SOCKETS = "/var/run/postgresql";

    public Endpoint {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port out of range: " + port);
        }
    }

    /** An endpoint without a password. */
    public static Endpoint of(String host, int port, String user, String database) {
        return new Endpoint(host, null, port, user, database, null);
    }

    public Endpoint withHost(String newHost) {
        return new Endpoint(newHost, null, port, user, database, password);
    }

    public Endpoint withPort(int newPort) {
        return new Endpoint(host, address, newPort, user, database, password);
    }

    public Endpoint withUser(String newUser) {
        return new Endpoint(host, address, port, newUser, database, password);
    }

    public Endpoint withDatabase(String newDatabase) {
        return new Endpoint(host, address, port, user, newDatabase, password);
    }

    public Endpoint withPassword(@Nullable String newPassword) {
        return new Endpoint(host, address, port, user, database, newPassword);
    }

    /** Whether the host is a directory with the server's Unix-domain socket. */
    public boolean overSocket() {
        return address == null && (host.startsWith("/") || host.startsWith("@"));
    }

    /** The server's Unix-domain socket. */
    public String socket() {
        return host + "/.s.PGSQL." + port;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
