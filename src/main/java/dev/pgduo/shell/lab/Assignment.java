package dev.pgduo.shell.lab;

import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A setting as it was typed: {@code NAME VALUE}, {@code NAME=VALUE}, {@code NAME = VALUE} or {@code NAME to VALUE}.
 *
 * @param name the setting
 * @param value all words after the name, separated by blanks; may be empty
 */
record Assignment(String name, String value) {
    /** The value has no equals sign: {@code primary_conninfo=host=a port=5432} is one setting. */
    private static final Pattern PAIR = Pattern.compile("[A-Za-z_][\\w.$]*=[^=]*");

    /**
     * Reads the words of a command.
     *
     * @throws LabException when there is no value
     */
    static Assignment of(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        String first = rest.isEmpty() ? "" : rest.remove(0);
        int equals = first.indexOf('=');
        String name = equals < 0 ? first : first.substring(0, equals);
        if (equals >= 0) {
            begin(rest, first.substring(equals + 1));
        } else if (rest.size() > 1 && rest.get(0).equalsIgnoreCase("to")) {
            rest.remove(0);
        } else if (!rest.isEmpty() && rest.get(0).startsWith("=")) {
            begin(rest, rest.remove(0).substring(1));
        }
        if (name.isEmpty() || rest.isEmpty()) {
            throw LabException.of("conf set needs a setting and a value", "Type \"conf set NAME VALUE\".");
        }
        return new Assignment(name, String.join(" ", rest));
    }

    /**
     * Reads the words of a command that may set several settings: {@code NAME=VALUE NAME=VALUE …}.
     *
     * @param known whether there is a setting of this name; otherwise the word is part of the value before
     * @throws LabException when there is no value
     */
    static List<Assignment> all(List<String> words, Predicate<String> known) {
        boolean several = words.size() > 1
                && words.stream().allMatch(word -> PAIR.matcher(word).matches())
                && words.stream()
                        .skip(1)
                        .map(word -> word.substring(0, word.indexOf('=')))
                        .allMatch(known);
        return several ? words.stream().map(word -> of(List.of(word))).toList() : List.of(of(words));
    }

    /** Adds the text after an equals sign; an empty text is a value only when no word follows. */
    private static void begin(List<String> rest, String value) {
        if (!value.isEmpty() || rest.isEmpty()) {
            rest.add(0, value);
        }
    }
}
