package dev.pgduo.cluster.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a program, parsed as by GNU {@code getopt_long}: options and operands may be mixed, letters joined, long names
 * abbreviated, and {@code --} ends the options. Immutable.
 *
 * @param plain the letters of options without a value
 * @param valued the letters of options with a value
 * @param names the letters of long names
 * @param optional the letters of options whose value is optional in the long form
 * @param whole long names with a value that cannot be abbreviated, and whose letters cannot be typed
 */
public record Getopt(
        String plain, String valued, Map<String, Character> names, String optional, Map<String, Character> whole) {
    /** The letter of {@code --help}, whose value is optional. */
    public static final char HELP = '?';

    /**
     * An option on a command line.
     *
     * @param letter the option's letter
     * @param value empty when it has none
     */
    public record Option(char letter, String value) {}

    /**
     * A parsed command line.
     *
     * @param options in order
     * @param operands the words that are neither options nor their values
     */
    public record Words(List<Option> options, List<String> operands) {
        public Words {
            options = List.copyOf(options);
            operands = List.copyOf(operands);
        }

        public boolean has(char letter) {
            return options.stream().anyMatch(option -> option.letter() == letter);
        }

        /** The value of an option; the last one when it was given several times. */
        public Optional<String> value(char letter) {
            return values(letter).stream().reduce((first, next) -> next);
        }

        /** All values of an option. */
        public List<String> values(char letter) {
            return options.stream()
                    .filter(option -> option.letter() == letter)
                    .map(Option::value)
                    .toList();
        }
    }

    /** The command line is invalid; the message is getopt's. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String words) {
            super(words, null, false, false);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * The options of a program.
     *
     * @param plain the letters of options without a value
     * @param valued the letters of options with a value
     * @param names {@code NAME=LETTER}, separated by blanks
     */
    public static Getopt of(String plain, String valued, String names) {
        Map<String, Character> letters = new LinkedHashMap<>();
        for (String pair : names.strip().split("\\s+", -1)) {
            letters.put(pair.substring(0, pair.length() - 2), pair.charAt(pair.length() - 1));
        }
        return new Getopt(plain, valued, letters, String.valueOf(HELP), Map.of());
    }

    /** The options of a program without long names. */
    public static Getopt letters(String plain, String valued) {
        return new Getopt(plain, valued, Map.of(), "", Map.of());
    }

    /** The same options, where the value of this one is optional in the long form. */
    public Getopt withOptionalValue(char letter) {
        return new Getopt(plain, valued, names, optional + letter, whole);
    }

    /** The same options and a long one with a value, which does not make abbreviations of the others ambiguous. */
    public Getopt withWhole(String name, char letter) {
        return new Getopt(plain, valued, names, optional, Map.of(name, letter));
    }

    /** Parses the words after a program's name. */
    public Words read(List<String> words) throws Unreadable {
        Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
        int next = 0;
        while (next < words.size()) {
            String word = words.get(next++);
            if (word.equals("--")) {
                reading.operands.addAll(words.subList(next, words.size()));
                break;
            }
            Optional<String> following = next < words.size() ? Optional.of(words.get(next)) : Optional.empty();
            next += reading.take(word, following) ? 1 : 0;
        }
        return new Words(reading.options, reading.operands);
    }

    private final class Reading {
        private final List<Option> options;
        private final List<String> operands;

        Reading(List<Option> options, List<String> operands) {
            this.options = options;
            this.operands = operands;
        }

        /** Parses one word; returns whether the following one was its value. */
        boolean take(String word, Optional<String> following) throws Unreadable {
            if (word.startsWith("--") && !names.isEmpty()) {
                return longOption(word.substring(2), following);
            }
            if (word.length() > 1 && word.startsWith("-")) {
                return letters(word, following);
            }
            operands.add(word);
            return false;
        }

        private boolean letters(String word, Optional<String> following) throws Unreadable {
            for (int i = 1; i < word.length(); i++) {
                char letter = word.charAt(i);
                if (valued.indexOf(letter) >= 0) {
                    boolean attached = i + 1 < word.length();
                    if (!attached && following.isEmpty()) {
                        throw new Unreadable("option requires an argument -- '" + letter + "'");
                    }
                    options.add(new Option(letter, attached ? word.substring(i + 1) : following.orElse("")));
                    return !attached;
                }
                if (plain.indexOf(letter) < 0) {
                    throw new Unreadable("invalid option -- '" + letter + "'");
                }
                options.add(new Option(letter, ""));
            }
            return false;
        }

        private boolean longOption(String text, Optional<String> following) throws Unreadable {
            int equals = text.indexOf('=');
            String name = longName(equals < 0 ? text : text.substring(0, equals), text);
            char letter = whole.getOrDefault(name, names.getOrDefault(name, HELP));
            boolean takesValue = whole.containsKey(name) || valued.indexOf(letter) >= 0;
            if (equals >= 0) {
                if (!takesValue && optional.indexOf(letter) < 0) {
                    throw new Unreadable("option '--" + name + "' doesn't allow an argument");
                }
                options.add(new Option(letter, text.substring(equals + 1)));
                return false;
            }
            if (takesValue && following.isEmpty()) {
                throw new Unreadable("option '--" + name + "' requires an argument");
            }
            options.add(new Option(letter, takesValue ? following.orElse("") : ""));
            return takesValue;
        }
    }

    private String longName(String given, String text) throws Unreadable {
        if (names.containsKey(given) || whole.containsKey(given)) {
            return given;
        }
        Collection<String> meant =
                names.keySet().stream().filter(name -> name.startsWith(given)).toList();
        if (meant.isEmpty()) {
            throw new Unreadable("unrecognized option '--" + text + "'");
        }
        if (meant.stream().map(names::get).distinct().count() > 1) {
            throw new Unreadable("option '--" + text + "' is ambiguous; possibilities: "
                    + String.join(
                            " ", meant.stream().map(name -> "'--" + name + "'").toList()));
        }
        return meant.iterator().next();
    }
}
