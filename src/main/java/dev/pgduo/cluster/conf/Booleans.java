package dev.pgduo.cluster.conf;

import java.util.List;
import java.util.Locale;

/** What the server takes for a Boolean: parse_bool of bool.c. */
final class Booleans {
    private Booleans() {}

    /** on, off, 1, 0, and true, false, yes, no down to their first letters; "o" alone is neither. */
    static boolean isBoolean(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return List.of("on", "off", "of", "1", "0").contains(lower)
                || (!lower.isEmpty()
                        && List.of("true", "false", "yes", "no").stream().anyMatch(w -> w.startsWith(lower)));
    }

    /** Whether one of them means on. */
    static boolean isOn(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.equals("on") || lower.equals("1") || lower.startsWith("t") || lower.startsWith("y");
    }
}
