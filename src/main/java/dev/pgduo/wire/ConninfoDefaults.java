package dev.pgduo.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fills in the options that were not given: from a service file, the environment, and libpq's own defaults. */
public final class ConninfoDefaults {
    private static final Map<String, String> VARIABLES = new LinkedHashMap<>();

    static {
        for (String pair : List.of(
                "PGHOST host",
                "PGHOSTADDR hostaddr",
                "PGPORT port",
                "PGDATABASE dbname",
                "PGUSER user",
                "PGPASSWORD password",
                "PGPASSFILE passfile",
                "PGCONNECT_TIMEOUT connect_timeout",
                "PGCLIENTENCODING client_encoding",
                "PGOPTIONS options",
                "PGAPPNAME application_name",
                "PGREQUIREPEER requirepeer",
                "PGSSLMODE sslmode",
                "PGSSLCERT sslcert",
                "PGSSLKEY sslkey",
                "PGSSLROOTCERT sslrootcert",
                "PGSSLCRL sslcrl",
                "PGSSLCRLDIR sslcrldir",
                "PGSSLMINPROTOCOLVERSION ssl_min_protocol_version",
                "PGSSLMAXPROTOCOLVERSION ssl_max_protocol_version",
                "PGGSSENCMODE gssencmode",
                "PGCHANNELBINDING channel_binding",
                "PGTARGETSESSIONATTRS target_session_attrs")) {
            String[] words = pair.split(" ", -1);
            VARIABLES.put(words[0], words[1]);
        }
    }

    private final Map<String, String> environment;

    public ConninfoDefaults(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The given options, completed.
     *
     * @throws IllegalArgumentException with libpq's complaint about a service
     */
    public Conninfo complete(Conninfo said) {
        Conninfo full = service(said).overlaid(said);
        for (Map.Entry<String, String> entry : VARIABLES.entrySet()) {
            if (full.value(entry.getValue()) == null) {
                full = full.with(entry.getValue(), environment.get(entry.getKey()));
            }
        }
        full = full.settled();
        if (full.value("user") == null) {
            full = full.with("user", System.getProperty("user.name"));
        }
        return full.value("dbname") == null ? full.with("dbname", full.value("user")) : full;
    }

    /**
     * The password in the password file for this server, or null (manual: The Password File).
     *
     * @param warnings gets libpq's message when the file is ignored
     */
    public @Nullable String password(Conninfo full, Endpoint endpoint, Consumer<String> warnings) {
        String file = full.value("passfile", environment.getOrDefault("HOME", "") + "/.pgpass");
        String host = endpoint.overSocket() && endpoint.host().equals(Endpoint.SOCKETS) ? "localhost" : endpoint.host();
        List<String> wanted = List.of(host, Integer.toString(endpoint.port()), endpoint.database(), endpoint.user());
        return new PasswordFile(Path.of(file)).find(wanted, warnings);
    }

    private Conninfo service(Conninfo said) {
        String name = said.value("service", environment.getOrDefault("PGSERVICE", ""));
        if (name.isEmpty()) {
            return Conninfo.empty();
        }
        String home = environment.getOrDefault("HOME", "") + "/.pg_service.conf";
        String own = environment.getOrDefault("PGSERVICEFILE", home);
        String system = environment.getOrDefault("PGSYSCONFDIR", "/etc/postgresql-common") + "/pg_service.conf";
        boolean named = environment.containsKey("PGSERVICEFILE");
        return section(own, name, named)
                .or(() -> section(system, name, false))
                .orElseThrow(() -> new IllegalArgumentException("definition of service \"" + name + "\" not found"));
    }

    private static Optional<Conninfo> section(String file, String name, boolean required) {
        try {
            return ServiceFile.section(file, Files.readAllLines(Path.of(file)), name);
        } catch (NoSuchFileException e) {
            if (required) {
                throw new IllegalArgumentException("service file \"" + file + "\" not found", e);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
