package dev.pgduo.lab.os;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A simple command read the way getopt_long reads it: options with and without values, and the operands.
 *
 * @param options option name without dashes → its value, empty for a flag
 * @param operands the words that belong to no option
 */
record CommandWords(Map<String, String> options, List<String> operands) {
    CommandWords {
        options = Map.copyOf(options);
        operands = List.copyOf(operands);
    }

    /**
     * Reads the words behind the command's name; empty when one of them is an option that neither set names.
     *
     * @param flags options without a value, as "w" or "wait"
     * @param valued options with a value
     */
    static Optional<CommandWords> read(List<String> words, Set<String> flags, Set<String> valued) {
        Map<String, String> options = new HashMap<>();
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-") || word.equals("-")) {
                operands.add(word);
            } else {
                Option option = Option.of(word);
                if (flags.contains(option.name) && option.value.isEmpty()) {
                    options.put(option.name, "");
                } else if (!valued.contains(option.name) || (option.value.isEmpty() && i + 1 == words.size())) {
                    return Optional.empty();
                } else {
                    options.put(option.name, option.value.isEmpty() ? words.get(++i) : option.value);
                }
            }
        }
        return Optional.of(new CommandWords(options, operands));
    }

    /** The value of the first of these options that was given. */
    Optional<String> option(String... names) {
        for (String name : names) {
            String value = options.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private record Option(String name, String value) {
        static Option of(String word) {
            if (word.startsWith("--")) {
                int equals = word.indexOf('=');
                return equals < 0
                        ? new Option(word.substring(2), "")
                        : new Option(word.substring(2, equals), word.substring(equals + 1));
            }
            return new Option(word.substring(1, 2), word.substring(2));
        }
    }
}
