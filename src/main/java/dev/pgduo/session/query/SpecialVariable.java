package dev.pgduo.session.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variable that psql itself looks at: what it becomes when it is unset or emptied, and which values it takes (psql 15:
 * the hooks of {@code EstablishVariableSpace}).
 */
interface SpecialVariable {
    /** All of them by name. */
    Map<String, SpecialVariable> ALL = all();

    /** The psql that has those that are newer than psql 15. */
    int NEWER_SINCE = 18;

    /** Those. */
    Map<String, SpecialVariable> NEWER = newer();

    /** The value that stands for unset (null) or for what was given. */
    default @Nullable String substitute(@Nullable String value) {
        return value;
    }

    /** The value in the beginning. */
    default @Nullable String initial() {
        return substitute(null);
    }

    /**
     * Refuses a value.
     *
     * @throws IllegalArgumentException with psql's complaint
     */
    default void check(String name, String value) {}

    /** On or off; off when unset, on when empty. */
    record Switch() implements SpecialVariable {
        @Override
        public @Nullable String substitute(@Nullable String value) {
            return switched(value);
        }

        @Override
        public void check(String name, String value) {
            if (Words.bool(value).isEmpty()) {
                throw new IllegalArgumentException(
                        "unrecognized value \"" + value + "\" for \"" + name + "\": Boolean expected");
            }
        }
    }

    /** On, off, or one word more. */
    record SwitchOr(String word) implements SpecialVariable {
        @Override
        public @Nullable String substitute(@Nullable String value) {
            return switched(value);
        }

        @Override
        public void check(String name, String value) {
            if (!value.equalsIgnoreCase(word) && Words.bool(value).isEmpty()) {
                throw notOneOf(name, value, "on, off, " + word);
            }
        }
    }

    /** One of some words; the first of them when unset. */
    record Choice(String unset, List<String> words) implements SpecialVariable {
        @Override
        public @Nullable String substitute(@Nullable String value) {
            return value == null ? unset : value;
        }

        @Override
        public void check(String name, String value) {
            if (!words.contains(value.toLowerCase(Locale.ROOT))) {
                throw notOneOf(name, value, String.join(", ", words));
            }
        }
    }

    /** A whole number. */
    record WholeNumber(String unset, @Nullable String otherwise) implements SpecialVariable {
        @Override
        public @Nullable String substitute(@Nullable String value) {
            if (value == null) {
                return unset;
            }
            return otherwise != null && Words.number(value).isEmpty() ? otherwise : value;
        }

        @Override
        public void check(String name, String value) {
            if (Words.number(value).isEmpty()) {
                throw new IllegalArgumentException(
                        "invalid value \"" + value + "\" for \"" + name + "\": integer expected");
            }
        }
    }

    /** A number of seconds from 0 on (psql 18: {@code ParseVariableDouble}). */
    record Seconds(String unset) implements SpecialVariable {
        @Override
        public @Nullable String substitute(@Nullable String value) {
            return value == null ? unset : value;
        }

        @Override
        public void check(String name, String value) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("invalid input syntax for variable \"" + name + "\"");
            }
            Double seconds = Words.decimal(value)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "invalid value \"" + value + "\" for variable \"" + name + "\""));
            if (seconds < 0) {
                throw new IllegalArgumentException(
                        "invalid value \"" + value + "\" for variable \"" + name + "\": must be greater than 0.00");
            }
        }
    }

    /** What psql counts, and anybody may change: 0 in the beginning. */
    record Counter() implements SpecialVariable {
        @Override
        public @Nullable String initial() {
            return "0";
        }
    }

    /** Any text. */
    record Any() implements SpecialVariable {}

    private static @Nullable String switched(@Nullable String value) {
        if (value == null) {
            return "off";
        }
        return value.isEmpty() ? "on" : value;
    }

    private static IllegalArgumentException notOneOf(String name, String value, String known) {
        return new IllegalArgumentException(
                "unrecognized value \"" + value + "\" for \"" + name + "\"\nAvailable values are: " + known + ".");
    }

    private static Map<String, SpecialVariable> all() {
        Map<String, SpecialVariable> all = new LinkedHashMap<>();
        for (String name : List.of(
                "AUTOCOMMIT",
                "ON_ERROR_STOP",
                "QUIET",
                "SINGLELINE",
                "SINGLESTEP",
                "SHOW_ALL_RESULTS",
                "HIDE_TOAST_COMPRESSION",
                "HIDE_TABLEAM")) {
            all.put(name, new Switch());
        }
        all.put("ECHO_HIDDEN", new SwitchOr("noexec"));
        all.put("ON_ERROR_ROLLBACK", new SwitchOr("interactive"));
        all.put("FETCH_COUNT", new WholeNumber("0", null));
        all.put("HISTSIZE", new WholeNumber("500", null));
        all.put("IGNOREEOF", new WholeNumber("0", "10"));
        all.put("ECHO", new Choice("none", List.of("none", "errors", "queries", "all")));
        all.put("VERBOSITY", new Choice("default", List.of("default", "verbose", "terse", "sqlstate")));
        all.put("SHOW_CONTEXT", new Choice("errors", List.of("never", "errors", "always")));
        all.put(
                "COMP_KEYWORD_CASE",
                new Choice("preserve-upper", List.of("lower", "upper", "preserve-lower", "preserve-upper")));
        all.put("HISTCONTROL", new Choice("none", List.of("none", "ignorespace", "ignoredups", "ignoreboth")));
        for (String name : List.of("HISTFILE", "PROMPT1", "PROMPT2", "PROMPT3")) {
            all.put(name, new Any());
        }
        return all;
    }

    private static Map<String, SpecialVariable> newer() {
        return Map.of(
                "WATCH_INTERVAL", new Seconds("2"),
                "PIPELINE_SYNC_COUNT", new Counter(),
                "PIPELINE_COMMAND_COUNT", new Counter(),
                "PIPELINE_RESULT_COUNT", new Counter());
    }
}
