package dev.pgduo.session.query;

import dev.pgduo.session.connection.MessageText.Context;
import dev.pgduo.session.connection.MessageText.Verbosity;
import dev.pgduo.session.scan.Variables;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** psql's variables; some change the settings when they are set. Not thread-safe. */
public final class VariableStore implements Variables {
    private final Map<String, String> values = new TreeMap<>();
    private final Settings settings;

    VariableStore(Settings settings) {
        this.settings = settings;
        values.put("FETCH_COUNT", "0");
        values.put("VERBOSITY", "default");
        values.put("SHOW_CONTEXT", "errors");
        values.put("QUIET", "off");
        values.put("AUTOCOMMIT", "on");
        values.put("SHOW_ALL_RESULTS", "on");
    }

    @Override
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Sets a variable.
     *
     * @throws IllegalArgumentException with psql's complaint when a special variable does not take the value
     */
    public void set(String name, String value) {
        apply(name, value);
        values.put(name, value);
    }

    public void unset(String name) {
        if (values.remove(name) != null && name.equals("FETCH_COUNT")) {
            set(name, "0");
        }
    }

    /** All of them by name. */
    public Map<String, String> all() {
        return new TreeMap<>(values);
    }

    private void apply(String name, String value) {
        switch (name) {
            case "FETCH_COUNT" -> settings.fetchCount(number(name, value));
            case "QUIET" -> settings.quiet(bool(name, value));
            case "VERBOSITY" ->
                settings.messages(settings.messages()
                        .withVerbosity(word(Verbosity.class, name, value, "default, verbose, terse, sqlstate")));
            case "SHOW_CONTEXT" ->
                settings.messages(
                        settings.messages().withContext(word(Context.class, name, value, "never, errors, always")));
            default -> {}
        }
    }

    private static int number(String name, String value) {
        if (!value.strip().matches("[-+]?[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "invalid value \"" + value + "\" for \"" + name + "\": integer expected");
        }
        return Integer.parseInt(value.strip());
    }

    private static boolean bool(String name, String value) {
        return Words.bool(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unrecognized value \"" + value + "\" for \"" + name + "\": Boolean expected"));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String name, String value, String known) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "unrecognized value \"" + value + "\" for \"" + name + "\"\nAvailable values are: " + known + ".");
    }
}
