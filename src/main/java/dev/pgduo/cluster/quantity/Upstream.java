package dev.pgduo.cluster.quantity;

import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import dev.pgduo.wire.Endpoint;
import java.util.Optional;

/**
 * The server that a standby follows.
 *
 * @param server the primary, or the lab's link to it
 * @param slot the replication slot on the primary
 */
public record Upstream(Endpoint server, Optional<SlotName> slot) {
    /**
     * {@code primary_conninfo} with this application name; without a password, and only with options that every major since 9.6
     * knows.
     *
     * @param standby the capabilities of the standby's server
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
