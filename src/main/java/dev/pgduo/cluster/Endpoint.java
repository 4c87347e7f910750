package dev.pgduo.cluster;

/**
 * Where a client finds a server.
 *
 * @param host a name or an address
 * @param port its port
 * @param user the role to connect as
 */
public record Endpoint(String host, Port port, String user) {
    /** libpq's conninfo for a standby that calls itself so; only words that every major from 9.6 knows. */
    public String conninfo(String applicationName) {
        return "user=" + quote(user) + " host=" + quote(host) + " port=" + port + " application_name="
                + quote(applicationName);
    }

    private static String quote(String value) {
        return value.matches("[\\w.:/-]+")
                ? value
                : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
