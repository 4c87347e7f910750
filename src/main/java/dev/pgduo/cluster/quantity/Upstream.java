package dev.pgduo.cluster.quantity;

import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import dev.pgduo.wire.Endpoint;
import java.util.Optional;

/**
 * The server that a standby follows.
 *
 * @param server the primary, or the proxy before it
 * @param slot the replication slot on it
 */
public record Upstream(Endpoint server, Optional<SlotName> slot) {
    /**
     * {@code primary_conninfo} of a standby that calls itself so; only words that every major from 9.6 knows, and no password.
     *
     * @param standby what the standby's server can do
     */
    public String conninfo(String applicationName, Capabilities standby) {
        boolean named = server.address() == null || server.address().equals(server.host());
        String address = named ? "" : " hostaddr=" + server.address();
        String database = standby.has(Feature.CONNINFO_DBNAME) ? " dbname=postgres" : "";
        return "user=" + quote(server.user()) + " host=" + quote(server.host()) + address + " port=" + server.port()
                + database + " application_name=" + quote(applicationName);
    }

    private static String quote(String value) {
        return value.matches("[\\w.:/-]+")
                ? value
                : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
