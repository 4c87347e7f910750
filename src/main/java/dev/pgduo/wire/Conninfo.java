package dev.pgduo.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a connection, by libpq's keywords (manual: Parameter Key Words). Immutable.
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

    /** No options. */
    public static Conninfo empty() {
        return new Conninfo(Map.of());
    }

    /** The options that lead to an endpoint. */
    public static Conninfo of(Endpoint endpoint) {
        return empty().with("host", endpoint.host())
                .with("port", Integer.toString(endpoint.port()))
                .with("user", endpoint.user())
                .with("dbname", endpoint.database())
                .with("password", endpoint.password());
    }

    /** Whether a text given as a database's name is a connection string: a URI or a list of keywords and values. */
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
            result = result.said(checked(entry.getKey(), text), entry.getValue());
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

    /** The keyword's value, or null. */
    public @Nullable String value(String keyword) {
        return values.get(keyword);
    }

    /** The keyword's value, or the other one when it has none. */
    public String value(String keyword, String otherwise) {
        return values.getOrDefault(keyword, otherwise);
    }

    /** A copy with this value; an empty one has the effect that the environment's value is not used. */
    Conninfo said(String keyword, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(keyword, value);
        return new Conninfo(changed);
    }

    /** A copy without empty values; for options that are complete, as no defaults are filled in afterwards. */
    public Conninfo settled() {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.values().removeIf(String::isEmpty);
        return new Conninfo(changed);
    }

    /** Whether there is such a keyword. */
    static boolean known(String keyword) {
        return KEYWORDS.contains(keyword);
    }

    /** A copy with this value; null or an empty text removes the keyword. */
    public Conninfo with(String keyword, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(keyword);
        if (value != null && !value.isEmpty()) {
            changed.put(keyword, value);
        }
        return new Conninfo(changed);
    }

    /** A copy in which the other one's values replace these. */
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
        List<String> addresses = list("hostaddr");
        List<String> hosts = list("host");
        int count = Math.max(1, addresses.isEmpty() ? hosts.size() : addresses.size());
        if (!hosts.isEmpty() && hosts.size() != count) {
            throw new IllegalArgumentException(
                    "could not match " + hosts.size() + " host names to " + count + " hostaddr values");
        }
        List<String> ports = list("port");
        if (ports.size() > 1 && ports.size() != count) {
            throw new IllegalArgumentException(
                    "could not match " + ports.size() + " port numbers to " + count + " hosts");
        }
        List<Endpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String address = one(addresses, i);
            String host = one(hosts, i);
            String usual = address.isEmpty() ? Endpoint.SOCKETS : address;
            endpoints.add(new Endpoint(
                    host.isEmpty() ? usual : host,
                    address.isEmpty() ? null : address,
                    port(one(ports, ports.size() > 1 ? i : 0)),
                    value("user", ""),
                    value("dbname", ""),
                    value("password")));
        }
        return endpoints;
    }

    private List<String> list(String keyword) {
        String text = value(keyword, "");
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private static String one(List<String> list, int place) {
        return list.isEmpty() ? "" : list.get(place);
    }

    /**
     * Which kind of server is wanted ({@code target_session_attrs}).
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
        int seconds = number("connect_timeout", value("connect_timeout", "0"));
        return seconds <= 0 ? Timeouts.NONE : new Timeouts(Duration.ofSeconds(Math.max(2, seconds)), Duration.ZERO);
    }

    private static int port(String text) {
        int port = number("port", text.isEmpty() ? "5432" : text);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("invalid port number: \"" + text + "\"");
        }
        return port;
    }

    /**
     * An option's value as a number.
     *
     * @throws IllegalArgumentException with libpq's complaint
     */
    static int number(String keyword, String text) {
        String digits = text.strip();
        if (!digits.matches("[-+]?[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "invalid integer value \"" + text + "\" for connection option \"" + keyword + "\"");
        }
        return Integer.parseInt(digits);
    }
}
