package dev.pgduo.session.query;

import dev.pgduo.wire.Conninfo;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code \c}; null for a missing one or a dash. */
public record ConnectRequest(
        @Nullable String database,
        @Nullable String user,
        @Nullable String host,
        @Nullable String port) {
    private static final Set<String> PLACE = Set.of("user", "host", "hostaddr", "port");

    /**
     * The complete connection options: typed values, then those of the present connection, or the defaults.
     *
     * @param reuse the value of {@code -reuse-previous}
     * @throws IllegalArgumentException with psql's message
     */
    public Conninfo resolved(Psql psql, Optional<Boolean> reuse) {
        String name = database;
        boolean string = name != null && Conninfo.isConnectionString(name);
        if (string && (user != null || host != null || port != null)) {
            throw new IllegalArgumentException(
                    "Do not give user, host, or port separately when using a connection string");
        }
        boolean previous = reuse.orElse(!string);
        Conninfo base = previous ? psql.conninfo() : Conninfo.empty();
        if (previous && base.values().isEmpty()) {
            throw new IllegalArgumentException("No database connection exists to re-use parameters from");
        }
        Conninfo full = name != null && string ? overlaid(base, Conninfo.parse(name)) : words(base);
        return previous ? full.settled() : psql.connector().defaults(full);
    }

    /** Combines the options; a password is not reused for another user or server. */
    private static Conninfo overlaid(Conninfo base, Conninfo said) {
        boolean same = PLACE.stream()
                .allMatch(key -> said.value(key) == null || said.value(key, "").equals(base.value(key)));
        Conninfo full = base.overlaid(said);
        return same || said.value("password") != null ? full : full.with("password", null);
    }

    private Conninfo words(Conninfo base) {
        Conninfo said = Conninfo.empty().with("user", user).with("host", host).with("port", port);
        boolean sameHost = host != null && host.equals(base.value("host"));
        Conninfo full = overlaid(base, said);
        full = host == null || sameHost ? full : full.with("hostaddr", null);
        return database == null ? full : full.with("dbname", database);
    }
}
