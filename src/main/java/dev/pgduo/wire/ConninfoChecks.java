package dev.pgduo.wire;

import java.util.List;
import java.util.Map;

/** Checks the connection options that allow only certain values (libpq 15: {@code connectOptions2}). */
final class ConninfoChecks {
    private static final Map<String, List<String>> WORDS = Map.of(
            "channel_binding", List.of("disable", "prefer", "require"),
            "sslmode", List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
            "gssencmode", List.of("disable", "prefer", "require"));

    /** Options of a TCP connection whose value is a number, in the order in which libpq reads them. */
    private static final List<String> NUMBERS =
            List.of("keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout");

    private ConninfoChecks() {}

    /**
     * Refuses what libpq refuses before it connects.
     *
     * @throws IllegalArgumentException with libpq's complaint
     */
    static Conninfo checked(Conninfo full) {
        for (String keyword : List.of("channel_binding", "sslmode", "gssencmode")) {
            String value = full.value(keyword);
            if (value != null && !WORDS.getOrDefault(keyword, List.of()).contains(value)) {
                throw new IllegalArgumentException("invalid " + keyword + " value: \"" + value + "\"");
            }
        }
        TlsVersions.of(full);
        TargetSession.of(full.value("target_session_attrs", "any"));
        return full;
    }

    /**
     * Refuses what libpq refuses when it has begun to connect, and what pgduo cannot do.
     *
     * @throws IllegalArgumentException with libpq's complaint
     */
    static void attempted(Conninfo full, Endpoint endpoint) {
        if (full.value("gssencmode", "prefer").equals("require")) {
            throw new IllegalArgumentException("GSSAPI encryption required but was impossible (possibly no credential"
                    + " cache, no server support, or using a local socket)");
        }
        full.timeouts();
        for (String keyword : endpoint.overSocket() ? List.<String>of() : NUMBERS) {
            Conninfo.number(keyword, full.value(keyword, "0"));
        }
        for (String keyword : List.of("sslcrl", "sslcrldir")) {
            if (full.value(keyword) != null) {
                throw new IllegalArgumentException("certificate revocation lists (" + keyword + ") are not supported");
            }
        }
    }
}
