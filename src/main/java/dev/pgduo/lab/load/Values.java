package dev.pgduo.lab.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A client's variables and its random numbers. For one thread. */
public final class Values {
    private final Map<String, String> texts = new HashMap<>();
    private final RandomGenerator random;

    public Values(RandomGenerator random) {
        this.random = random;
    }

    public void set(String name, String value) {
        texts.put(name, value);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    RandomGenerator random() {
        return random;
    }

    /**
     * A variable's value, with the type that its text has.
     *
     * @throws ScriptError when there is no such variable, or its text is no value
     */
    Object value(String name) {
        String text = text(name).orElseThrow(() -> new ScriptError("undefined variable \"" + name + "\""));
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            case "", "null" -> Formula.NULL;
            default -> number(name, text);
        };
    }

    private static Number number(String name, String text) {
        try {
            String bare = text.strip();
            return whole(bare) ? (Number) Long.valueOf(bare) : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new ScriptError("malformed variable \"" + name + "\" value: \"" + text + "\"");
        }
    }

    private static boolean whole(String text) {
        int begin = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = begin; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > begin;
    }
}
