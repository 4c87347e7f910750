package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.ConninfoDefaults;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.TargetSession;
import dev.pgduo.wire.WireConnection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens connections with exactly psql's startup parameters, including those from libpq's environment variables. */
public final class Connector {
    /** The value of client_encoding that stands for the locale's encoding. */
    private static final String AUTO = "auto";

    private static final String INVALID_PASSWORD = "28P01";
    private static final String PATIENCE_SECONDS = "5";
    private static final Map<String, String> FROM_ENVIRONMENT =
            Map.of("PGDATESTYLE", "datestyle", "PGTZ", "timezone", "PGGEQO", "geqo");

    private final Map<String, String> fromEnvironment = new LinkedHashMap<>();
    private final ConninfoDefaults defaults;
    private final Consumer<String> warnings;
    private final Function<Endpoint, Optional<Path>> doors;

    /** Reads the environment once; warnings are discarded. */
    public Connector(Map<String, String> environment) {
        this(environment, warning -> {}, endpoint -> Optional.empty());
    }

    /**
     * Reads the environment once.
     *
     * @param warnings receives libpq's messages for standard error
     * @param doors the socket directory for a server that requires no password there
     */
    public Connector(
            Map<String, String> environment, Consumer<String> warnings, Function<Endpoint, Optional<Path>> doors) {
        this.warnings = warnings;
        this.doors = doors;
        defaults = new ConninfoDefaults(environment);
        FROM_ENVIRONMENT.forEach((variable, parameter) -> {
            String value = environment.get(variable);
            if (value != null && !value.isEmpty()) {
                fromEnvironment.put(parameter, value);
            }
        });
    }

    /** Opens the connection of a pane, in UTF-8 unless the environment has another encoding. */
    public WireConnection open(Endpoint endpoint) throws ConnectFailed {
        return open(pane(endpoint));
    }

    /** The options for a pane's connection, with a timeout, because a frozen server must not block the prompt for ever. */
    public Conninfo pane(Endpoint endpoint) {
        Conninfo full = defaults.complete(Conninfo.of(endpoint));
        full = full.value("connect_timeout") == null ? full.with("connect_timeout", PATIENCE_SECONDS) : full;
        return full.value("client_encoding") == null ? full.with("client_encoding", "UTF8") : full;
    }

    /** The options with defaults for all missing ones. */
    public Conninfo defaults(Conninfo said) {
        return defaults.complete(said);
    }

    /**
     * Connects to the first server that accepts the connection.
     *
     * @param full options with all defaults
     */
    public WireConnection open(Conninfo full) throws ConnectFailed {
        try {
            List<ConnectFailed> failures = new ArrayList<>();
            for (TargetSession wanted : full.target().rounds()) {
                for (Endpoint endpoint : full.endpoints()) {
                    try {
                        return open(full, endpoint).checked(wanted);
                    } catch (ConnectFailed e) {
                        failures.add(e);
                    }
                }
            }
            throw ConnectFailed.all(failures);
        } catch (IllegalArgumentException e) {
            throw new ConnectFailed(String.valueOf(e.getMessage()), null, e);
        }
    }

    private WireConnection open(Conninfo full, Endpoint endpoint) throws ConnectFailed {
        try {
            return WireConnection.open(withPassword(full, endpoint), startup(full), full, null);
        } catch (ConnectFailed e) {
            Optional<Path> door = INVALID_PASSWORD.equals(e.sqlState()) ? doors.apply(endpoint) : Optional.empty();
            if (door.isEmpty()) {
                throw e;
            }
            return WireConnection.open(endpoint, startup(full), full, door.get());
        }
    }

    private Endpoint withPassword(Conninfo full, Endpoint endpoint) {
        return endpoint.password() != null
                ? endpoint
                : endpoint.withPassword(defaults.password(full, endpoint, warnings));
    }

    /** The locale's encoding, by the server's name for it. */
    private static String ofLocale() {
        Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        return charset.equals(StandardCharsets.UTF_8) ? "UTF8" : "SQL_ASCII";
    }

    private Map<String, String> startup(Conninfo full) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("application_name", full.value("application_name", "psql"));
        for (String keyword : new String[] {"client_encoding", "options", "replication"}) {
            String value = full.value(keyword);
            if (value != null) {
                parameters.put(keyword, value.equals(AUTO) ? ofLocale() : value);
            }
        }
        parameters.putAll(fromEnvironment);
        return parameters;
    }
}
