package dev.pgduo.session.meta;

import dev.pgduo.session.query.Settings;
import dev.pgduo.session.query.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two settings of {@code \pset} for the pager. */
final class PagerSettings {
    private static final String WHEN = "pager";
    private static final String MIN_LINES = "pager_min_lines";

    private PagerSettings() {}

    static boolean has(String name) {
        return name.equals(WHEN) || name.equals(MIN_LINES);
    }

    static Map<String, String> listed(Settings settings) {
        return Map.of(WHEN, "" + settings.pager(), MIN_LINES, "" + settings.pagerMinLines());
    }

    /**
     * Changes a setting.
     *
     * @return the line that reports the change
     * @throws IllegalArgumentException with psql's message
     */
    static String change(String name, @Nullable String value, Settings settings) {
        if (name.equals(MIN_LINES)) {
            settings.pagerMinLines(value == null ? settings.pagerMinLines() : PrintOption.number(value));
            int lines = settings.pagerMinLines();
            return "Pager won't be used for less than " + lines + (lines == 1 ? " line." : " lines.");
        }
        settings.pager(when(value, settings.pager()));
        return switch (settings.pager()) {
            case 0 -> "Pager usage is off.";
            case 1 -> "Pager is used for long output.";
            default -> "Pager is always used.";
        };
    }

    private static int when(@Nullable String value, int old) {
        if (value == null) {
            return old == 1 ? 0 : 1;
        }
        if (value.equalsIgnoreCase("always")) {
            return 2;
        }
        return Words.bool(value)
                        .orElseThrow(() -> new IllegalArgumentException("unrecognized value \"" + value
                                + "\" for \"pager\"\nAvailable values are: on, off, always."))
                ? 1
                : 0;
    }
}
