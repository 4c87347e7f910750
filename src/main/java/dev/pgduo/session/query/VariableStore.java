package dev.pgduo.session.query;

import dev.pgduo.scan.Variables;
import dev.pgduo.session.message.MessageText;
import dev.pgduo.session.message.MessageText.Context;
import dev.pgduo.session.message.MessageText.Verbosity;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** psql's variables; special ones are checked when they are set. Not thread-safe. */
public final class VariableStore implements Variables {
    private static final Pattern NAME = Pattern.compile("[A-Za-z\\x{80}-\\x{10ffff}_0-9]+");
    private static final String BUILD =
            " on x86_64-pc-linux-gnu, compiled by gcc (Debian 12.2.0-14+deb12u1) 12.2.0, 64-bit";
    private static final String PROMPT = "%/%R%x%# ";

    private final Map<String, String> values = new TreeMap<>(Comparator.naturalOrder());
    private MessageText messages = MessageText.DEFAULT;
    private boolean newer;

    VariableStore() {
        SpecialVariable.ALL.forEach((name, special) -> put(name, special.substitute(null)));
        put("VERSION", "PostgreSQL " + Psql.VERSION + BUILD);
        put("VERSION_NAME", Psql.VERSION);
        put("VERSION_NUM", "150018");
        put("LAST_ERROR_MESSAGE", "");
        put("LAST_ERROR_SQLSTATE", "00000");
        set("AUTOCOMMIT", "on");
        set("PROMPT1", PROMPT);
        set("PROMPT2", PROMPT);
        set("PROMPT3", ">> ");
        set("SHOW_ALL_RESULTS", "on");
    }

    @Override
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Sets a variable.
     *
     * @throws IllegalArgumentException with psql's message when the name is invalid, or a special variable refuses the value
     */
    public void set(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("invalid variable name: \"" + name + "\"");
        }
        change(name, value);
    }

    /** Removes a variable; a special one gets its default. */
    public void unset(String name) {
        change(name, null);
    }

    private void change(String name, @Nullable String value) {
        SpecialVariable special = specials(name);
        String next = special == null ? value : special.substitute(value);
        if (special != null && next != null) {
            special.check(name, next);
        }
        put(name, next);
        if (special != null) {
            messages = new MessageText(word(Verbosity.class, "VERBOSITY"), word(Context.class, "SHOW_CONTEXT"));
        }
    }

    private @Nullable SpecialVariable specials(String name) {
        SpecialVariable special = SpecialVariable.ALL.get(name);
        return special == null && newer ? SpecialVariable.NEWER.get(name) : special;
    }

    /** Makes the variables of this psql available, without those of newer versions. */
    void like(int psql) {
        boolean now = psql >= SpecialVariable.NEWER_SINCE;
        if (now != newer) {
            newer = now;
            SpecialVariable.NEWER.forEach((name, special) -> put(name, now ? special.initial() : null));
        }
    }

    private void put(String name, @Nullable String value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** Whether this is a special variable. */
    public boolean special(String name) {
        return specials(name) != null;
    }

    /** All variables by name. */
    public Map<String, String> all() {
        return new TreeMap<>(values);
    }

    /** Whether a switch is on. */
    public boolean on(String name) {
        return Words.bool(values.getOrDefault(name, "off")).orElse(false);
    }

    /** Whether a variable has this value, given in lower case. */
    public boolean is(String name, String word) {
        return word.equals(values.getOrDefault(name, "").toLowerCase(Locale.ROOT));
    }

    /** The value of a numeric variable. */
    public int number(String name) {
        return Words.number(values.getOrDefault(name, "0")).orElse(0);
    }

    /** The format of the server's messages, from {@code VERBOSITY} and {@code SHOW_CONTEXT}. */
    public MessageText messages() {
        return messages;
    }

    private <E extends Enum<E>> E word(Class<E> type, String name) {
        return Enum.valueOf(type, values.getOrDefault(name, "").toUpperCase(Locale.ROOT));
    }
}
