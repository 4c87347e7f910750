package dev.pgduo.shell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Completions for a command that is being typed: names, options, words of enumerations, and the values of providers. */
public final class Suggestions {
    /** The suffix of a parameter's name for the words that may follow its first word; the provider gets that word. */
    public static final String FOLLOWING = " …";

    private final CommandCatalog catalog;
    private final Map<String, Function<String, Collection<Word>>> providers;

    /**
     * A completion.
     *
     * @param description may be empty
     */
    public record Word(String value, String description) {}

    /**
     * @param providers by the name of an argument in capitals ({@code NODE}) or of an option with its dashes ({@code --slot}),
     * also with the command before it ({@code conf show NAME}); each gets the beginning of the value
     */
    public Suggestions(CommandCatalog catalog, Map<String, Function<String, Collection<Word>>> providers) {
        this.catalog = catalog;
        this.providers = Map.copyOf(providers);
    }

    /** A value that is being typed: its parameter, and the part of the word before it. */
    private record Place(MethodCommand command, String name, String prefix, String typed) {
        Place at(String parameter) {
            return new Place(command, parameter, prefix, typed);
        }

        /** The same place for a parameter when this many characters of the word precede the value. */
        Place at(String parameter, int length) {
            return new Place(command, parameter, typed.substring(0, length), typed.substring(length));
        }
    }

    /** The completions of the last word of {@code typed}, the text before the cursor. */
    public List<Word> at(String typed) {
        List<String> words = Arrays.asList(typed.stripLeading().split("\\s+", -1));
        String last = words.get(words.size() - 1);
        List<String> before = words.subList(0, words.size() - 1);
        List<Word> found = new ArrayList<>(names(before));
        catalog.longest(before).ifPresent(command -> found.addAll(parameters(command, before, last)));
        String start = last.toLowerCase(Locale.ROOT);
        return found.stream()
                .filter(w -> w.value().toLowerCase(Locale.ROOT).startsWith(start))
                .distinct()
                .toList();
    }

    /** The next words of the names that begin with these words. */
    private Collection<Word> names(List<String> before) {
        Map<String, Word> words = new TreeMap<>();
        String prefix = before.isEmpty() ? "" : String.join(" ", before) + " ";
        for (MethodCommand command : catalog.commands()) {
            if (!command.isHidden() && command.getName().startsWith(prefix)) {
                String rest = command.getName().substring(prefix.length());
                String word = rest.split(" ", -1)[0];
                words.putIfAbsent(word, new Word(word, word.equals(rest) ? command.getDescription() : ""));
            }
        }
        return words.values();
    }

    private List<Word> parameters(MethodCommand command, List<String> before, String last) {
        Signature signature = command.signature();
        int equals = last.indexOf('=');
        if (last.startsWith("--") && equals > 0) {
            String name = last.substring(0, equals);
            Place place = new Place(command, name, name + "=", last.substring(equals + 1));
            return option(signature, name).map(o -> values(o, place)).orElse(List.of());
        }
        String previous = before.get(before.size() - 1);
        Optional<Signature.Named> open = option(signature, previous).filter(o -> !o.flag());
        if (open.isPresent()) {
            return values(open.get(), new Place(command, "--" + open.get().longName(), "", last));
        }
        return last.startsWith("-") ? options(signature, before) : argument(new Place(command, "", "", last), before);
    }

    private static List<Word> options(Signature signature, List<String> before) {
        return signature.options().stream()
                .filter(o -> o.repeatable() || !before.contains("--" + o.longName()))
                .map(o -> new Word("--" + o.longName(), o.description()))
                .toList();
    }

    private List<Word> argument(Place place, List<String> before) {
        MethodCommand command = place.command();
        List<Signature.Positional> arguments = command.signature().arguments();
        int position = 0;
        List<String> words =
                before.subList(CommandCatalog.words(command.getName()).size(), before.size());
        for (int i = 0; i < words.size(); i++) {
            position += isArgument(command.signature(), words, i) ? 1 : 0;
        }
        if (arguments.isEmpty()) {
            return List.of();
        }
        Signature.Positional argument = arguments.get(Math.min(position, arguments.size() - 1));
        if (position >= arguments.size() && !argument.rest()) {
            return List.of();
        }
        boolean more = position > 0 && providers.containsKey(command.getName() + " " + argument.name());
        if (more && argument.rest()) {
            return following(place.at(argument.name()), words.get(words.size() - 1));
        }
        int equals = place.typed().indexOf('=');
        return equals < 0
                ? values(argument, place.at(argument.name()))
                : following(place.at(argument.name(), equals + 1), place.typed().substring(0, equals));
    }

    /** The words that may follow this one as further words of the same value. */
    private List<Word> following(Place place, String word) {
        Function<String, Collection<Word>> provider =
                providers.getOrDefault(place.command().getName() + " " + place.name() + FOLLOWING, before -> List.of());
        return provider.apply(word).stream()
                .map(value -> new Word(place.prefix() + value.value(), value.description()))
                .toList();
    }

    /** Whether a word is an argument: neither an option nor an option's value. */
    private static boolean isArgument(Signature signature, List<String> words, int index) {
        if (words.get(index).startsWith("-")) {
            return false;
        }
        return index == 0
                || option(signature, words.get(index - 1))
                        .filter(o -> !o.flag())
                        .isEmpty();
    }

    private List<Word> values(Signature.Parameter parameter, Place place) {
        Function<String, Collection<Word>> own =
                providers.getOrDefault(place.command().getName() + " " + place.name(), typed -> List.of());
        Function<String, Collection<Word>> shared = providers.getOrDefault(place.name(), typed -> List.of());
        Stream<Word> provided = Stream.concat(own.apply(place.typed()).stream(), shared.apply(place.typed()).stream());
        return Stream.concat(parameter.words().stream().map(value -> new Word(value, "")), provided)
                .map(word -> new Word(place.prefix() + word.value(), word.description()))
                .toList();
    }

    private static Optional<Signature.Named> option(Signature signature, String typed) {
        if (typed.startsWith("--")) {
            return signature.option(typed.substring(2));
        }
        return typed.length() == 2 && typed.startsWith("-") ? signature.option(typed.charAt(1)) : Optional.empty();
    }
}
