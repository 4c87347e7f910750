package dev.pgduo.session.query;

import dev.pgduo.session.host.SessionHost;
import dev.pgduo.table.TextEncoding;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.WireConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables that describe the connection (psql: {@code SyncVariables}). */
final class ConnectionVariables {
    private static final List<String> NAMES =
            List.of("DBNAME", "USER", "HOST", "PORT", "ENCODING", "SERVER_VERSION_NAME", "SERVER_VERSION_NUM");

    /** The first psql with the variable SERVICE. */
    static final int SERVICE_SINCE = 18;

    private static final String SERVICE = "SERVICE";

    private ConnectionVariables() {}

    /** Sets them for this connection, with the names that the host shows, or removes them. */
    static void sync(VariableStore variables, @Nullable WireConnection connection, SessionHost host) {
        if (connection == null) {
            NAMES.forEach(variables::unset);
            return;
        }
        Endpoint endpoint = connection.endpoint();
        variables.set("DBNAME", endpoint.database());
        variables.set("USER", endpoint.user());
        variables.set("HOST", host.shown("host", endpoint.host()));
        variables.set("PORT", host.shown("port", Integer.toString(endpoint.port())));
        String version = connection.parameter("server_version");
        variables.set("SERVER_VERSION_NAME", version == null ? "" : version);
        variables.set("SERVER_VERSION_NUM", Integer.toString(number(version == null ? "0" : version)));
    }

    /** Sets the name of the service of the connection options; empty for none. */
    static void service(VariableStore variables, String service) {
        if (service.isEmpty()) {
            variables.unset(SERVICE);
        } else {
            variables.set(SERVICE, service);
        }
    }

    /** The encoding for output, which follows client_encoding. */
    static TextEncoding encoding(VariableStore variables, WireConnection connection) {
        String encoding = connection.parameter("client_encoding");
        String name = encoding == null ? "SQL_ASCII" : encoding;
        variables.set("ENCODING", name);
        return TextEncoding.named(name);
    }

    /** {@code 150018} for 15.18, {@code 90624} for 9.6.24 (libpq: {@code PQserverVersion}). */
    static int number(String version) {
        String[] parts = version.split("[^0-9]+", -1);
        int major = part(parts, 0);
        return major >= 10 ? major * 10000 + part(parts, 1) : major * 10000 + part(parts, 1) * 100 + part(parts, 2);
    }

    private static int part(String[] parts, int index) {
        return index < parts.length && !parts[index].isEmpty() ? Integer.parseInt(parts[index]) : 0;
    }
}
