package dev.pgduo.cluster.conf;

import java.util.List;
import java.util.Locale;

/** Boolean values of settings, as the server reads them (parse_bool of bool.c). */
final class Booleans {
    private Booleans() {}

    /**
     * Whether the value is on, off, 1, 0, or true, false, yes, no or an unambiguous beginning of these; "o" alone is ambiguous.
     */
    static boolean isBoolean(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return List.of("on", "off", "of", "1", "0").contains(lower)
                || (!lower.isEmpty()
                        && List.of("true", "false", "yes", "no").stream().anyMatch(w -> w.startsWith(lower)));
    }

    /** Whether a Boolean value means on. */
    static boolean isOn(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.equals("on") || lower.equals("1") || lower.startsWith("t") || lower.startsWith("y");
    }
}
