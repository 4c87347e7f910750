package dev.pgduo.session.query;

import dev.pgduo.session.connection.MessageText.Context;
import dev.pgduo.session.connection.MessageText.Verbosity;
import dev.pgduo.session.scan.Variables;
import java.util.Locale;
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

    /** Sets a variable; a special one with a value it does not take is left as it is. */
    public boolean set(String name, String value) {
        if (!apply(name, value)) {
            return false;
        }
        values.put(name, value);
        return true;
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

    private boolean apply(String name, String value) {
        try {
            switch (name) {
                case "FETCH_COUNT" -> settings.fetchCount(Integer.parseInt(value.strip()));
                case "QUIET" -> settings.quiet(Words.bool(value).orElse(true));
                case "VERBOSITY" ->
                    settings.messages(
                            settings.messages().withVerbosity(Verbosity.valueOf(value.toUpperCase(Locale.ROOT))));
                case "SHOW_CONTEXT" ->
                    settings.messages(settings.messages().withContext(Context.valueOf(value.toUpperCase(Locale.ROOT))));
                default -> {
                    return true;
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
