package dev.pgduo.session.connection;

import java.util.List;
import java.util.Map;

/** Values of connection options that only some words may have (libpq 15: {@code connectOptions2}). */
final class ConninfoChecks {
    private static final Map<String, List<String>> WORDS = Map.of(
            "channel_binding", List.of("disable", "prefer", "require"),
            "sslmode", List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
            "gssencmode", List.of("disable", "prefer", "require"));

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
        unsupported(full, "sslmode", "SSL", List.of("require", "verify-ca", "verify-full"));
        unsupported(full, "gssencmode", "GSSAPI", List.of("require"));
        TargetSession.of(full.value("target_session_attrs", "any"));
        return full;
    }

    /** What libpq says when it was built without. */
    private static void unsupported(Conninfo full, String keyword, String feature, List<String> needed) {
        String value = full.value(keyword, "");
        if (needed.contains(value)) {
            throw new IllegalArgumentException(
                    keyword + " value \"" + value + "\" invalid when " + feature + " support is not compiled in");
        }
    }
}
