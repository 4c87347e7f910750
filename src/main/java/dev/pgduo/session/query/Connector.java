package dev.pgduo.session.query;

import dev.pgduo.session.connection.ConnectFailed;
import dev.pgduo.session.connection.Endpoint;
import dev.pgduo.session.connection.Timeouts;
import dev.pgduo.session.connection.WireConnection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens connections with exactly the startup parameters that psql sends, libpq's environment variables among them. */
public final class Connector {
    private static final Map<String, String> FROM_ENVIRONMENT =
            Map.of("PGDATESTYLE", "datestyle", "PGTZ", "timezone", "PGGEQO", "geqo", "PGOPTIONS", "options");

    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** Reads the environment once. */
    public Connector(Map<String, String> environment) {
        parameters.put("application_name", environment.getOrDefault("PGAPPNAME", "psql"));
        parameters.put("client_encoding", environment.getOrDefault("PGCLIENTENCODING", "UTF8"));
        FROM_ENVIRONMENT.forEach((variable, parameter) -> {
            String value = environment.get(variable);
            if (value != null && !value.isEmpty()) {
                parameters.put(parameter, value);
            }
        });
    }

    public WireConnection open(Endpoint endpoint) throws ConnectFailed {
        return WireConnection.open(endpoint, parameters, Timeouts.NONE);
    }
}
