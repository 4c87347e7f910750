package dev.pgduo.session.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and how to connect, by libpq's keywords (manual: Parameter Key Words). Immutable.
 *
 * @param values a value for each keyword that has one; none is empty
 */
public record Conninfo(Map<String, String> values) {
    private static final Set<String> KEYWORDS = Set.of(
            "service",
            "user",
            "password",
            "passfile",
            "channel_binding",
            "connect_timeout",
            "dbname",
            "host",
            "hostaddr",
            "port",
            "client_encoding",
            "options",
            "application_name",
            "fallback_application_name",
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "sslmode",
            "sslcompression",
            "sslcert",
            "sslkey",
            "sslpassword",
            "sslrootcert",
            "sslcrl",
            "sslcrldir",
            "sslsni",
            "requirepeer",
            "ssl_min_protocol_version",
            "ssl_max_protocol_version",
            "gssencmode",
            "krbsrvname",
            "gsslib",
            "replication",
            "target_session_attrs");

    public Conninfo {
        values = Map.copyOf(values);
    }

    /** Nothing known. */
    public static Conninfo empty() {
        return new Conninfo(Map.of());
    }

    /** What an endpoint says. */
    public static Conninfo of(Endpoint endpoint) {
        return empty().with("host", endpoint.host())
                .with("port", Integer.toString(endpoint.port()))
                .with("user", endpoint.user())
                .with("dbname", endpoint.database())
                .with("password", endpoint.password());
    }

    /** Whether a database name is more than that: a URI or a list of keywords and values. */
    public static boolean isConnectionString(String text) {
        return ConninfoUri.isUri(text) || text.indexOf('=') >= 0;
    }

    /**
     * Reads a connection string.
     *
     * @throws IllegalArgumentException with libpq's complaint
     */
    public static Conninfo parse(String text) {
        Map<String, String> read = ConninfoUri.isUri(text) ? ConninfoUri.parse(text) : ConninfoWords.parse(text);
        Conninfo result = empty();
        for (Map.Entry<String, String> entry : read.entrySet()) {
            result = result.with(checked(entry.getKey(), text), entry.getValue());
        }
        return result;
    }

    private static String checked(String keyword, String text) {
        if (!KEYWORDS.contains(keyword)) {
            throw new IllegalArgumentException(
                    ConninfoUri.isUri(text)
                            ? "invalid URI query parameter: \"" + keyword + "\""
                            : "invalid connection option \"" + keyword + "\"");
        }
        return keyword;
    }

    /** A value, or null. */
    public @Nullable String value(String keyword) {
        return values.get(keyword);
    }

    /** A value, or what is taken without one. */
    public String value(String keyword, String otherwise) {
        return values.getOrDefault(keyword, otherwise);
    }

    /** With this value; null or nothing removes it. */
    public Conninfo with(String keyword, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(keyword);
        if (value != null && !value.isEmpty()) {
            changed.put(keyword, value);
        }
        return new Conninfo(changed);
    }

    /** With the values that another one has. */
    public Conninfo overlaid(Conninfo other) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.putAll(other.values);
        return new Conninfo(changed);
    }

    /**
     * The servers to try, in order: lists of hosts and ports belong together.
     *
     * @throws IllegalArgumentException with libpq's complaint
     */
    public List<Endpoint> endpoints() {
        String hosts = value("host", value("hostaddr", ""));
        String[] names = hosts.split(",", -1);
        String[] ports = value("port", "5432").split(",", -1);
        if (ports.length != 1 && ports.length != names.length) {
            throw new IllegalArgumentException(
                    "could not match " + ports.length + " port numbers to " + names.length + " hosts");
        }
        List<Endpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String port = ports.length == 1 ? ports[0] : ports[i];
            String name = names[i].isEmpty() ? Endpoint.SOCKETS : names[i];
            endpoints.add(new Endpoint(name, port(port), value("user", ""), value("dbname", ""), value("password")));
        }
        return endpoints;
    }

    /**
     * Which kind of server is wanted.
     *
     * @throws IllegalArgumentException with libpq's complaint about this or another option
     */
    public TargetSession target() {
        return TargetSession.of(ConninfoChecks.checked(this).value("target_session_attrs", "any"));
    }

    /**
     * How long to wait for a server; at least two seconds, as in libpq, or for ever.
     *
     * @throws IllegalArgumentException with libpq's complaint
     */
    public Timeouts timeouts() {
        String text = value("connect_timeout", "0").strip();
        if (!text.matches("[-+]?[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "invalid integer value \"" + text + "\" for connection option \"connect_timeout\"");
        }
        int seconds = Integer.parseInt(text);
        return seconds <= 0 ? Timeouts.NONE : new Timeouts(Duration.ofSeconds(Math.max(2, seconds)), Duration.ZERO);
    }

    private static int port(String text) {
        String digits = text.isEmpty() ? "5432" : text.strip();
        if (!digits.matches("[-+]?[0-9]{1,9}")) {
            throw new IllegalArgumentException("invalid integer value \"" + text + "\" for connection option \"port\"");
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("invalid port number: \"" + text + "\"");
        }
        return port;
    }
}
