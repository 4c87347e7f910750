package dev.pgduo.session.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variable with a meaning for psql: its values when it is unset or emptied, and its valid values (psql 15: the hooks of
 * {@code EstablishVariableSpace}).
 */
interface SpecialVariable {
    /** All special variables by name. */
    Map<String, SpecialVariable> ALL = all();

    /** The first psql with the newer ones. */
    int NEWER_SINCE = 18;

    /** The newer ones by name. */
    Map<String, SpecialVariable> NEWER = newer();

    /** The value for one that was given, or for null when the variable is unset. */
    default @Nullable String substitute(@Nullable String value) {
        return value;
    }

    /** The initial value. */
    default @Nullable String initial() {
        return substitute(null);
    }

    /**
     * Checks a value.
     *
     * @throws IllegalArgumentException with psql's message
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

    /** On, off, or one further word. */
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

    /** One of several words; the first one when it is unset. */
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

    /** An integer. */
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

    /** A number of seconds, at least 0 (psql 18: {@code ParseVariableDouble}). */
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

    /** A number that psql counts up and anybody can change; initially 0. */
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
