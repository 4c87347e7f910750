package dev.pgduo.cluster;

import java.nio.file.Path;

/**
 * Where a client finds a server.
 *
 * @param host a name, an address, or the directory of its Unix-domain socket
 * @param port its port
 * @param user the role to connect as
 */
public record Endpoint(String host, Port port, String user) {
    /** libpq's conninfo for a standby that calls itself so; only words that every major from 9.6 knows. */
    public String conninfo(String applicationName) {
        return "user=" + quote(user) + " host=" + quote(host) + " port=" + port + " application_name="
                + quote(applicationName);
    }

    /** Whether the host is the directory of a Unix-domain socket. */
    public boolean overSocket() {
        return host.startsWith("/");
    }

    /** The Unix-domain socket. */
    public Path socket() {
        return Path.of(host, ".s.PGSQL." + port);
    }

    private static String quote(String value) {
        return value.matches("[\\w.:/-]+")
                ? value
                : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
