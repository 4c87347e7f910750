package dev.pgduo.shell.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments and options of a command, read once from its method.
 *
 * @param arguments in the order of their positions; only the last may take the rest of the line
 * @param options in the order of the method's parameters
 */
public record Signature(List<Positional> arguments, List<Named> options) {
    public Signature {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }

    /** An argument or option with a value. */
    public sealed interface Parameter {
        Class<?> type();

        String description();

        /** The name for messages: {@code argument NODE} or {@code option --slot}. */
        String label();

        /** The words for the values of an enumeration; empty for any other type. */
        default List<String> words() {
            Object[] constants = type().getEnumConstants();
            return constants == null
                    ? List.of()
                    : Stream.of(constants).map(Signature::word).toList();
        }
    }

    /**
     * An argument.
     *
     * @param name the name in the help text, in capitals
     * @param required whether it must be given
     * @param defaultValue the value when it is omitted, or null
     * @param rest whether it takes all remaining words
     */
    public record Positional(
            String name,
            String description,
            Class<?> type,
            boolean required,
            @Nullable String defaultValue,
            boolean rest)
            implements Parameter {
        @Override
        public String label() {
            return "argument " + name;
        }

        String usage() {
            String shown = rest ? name + "..." : name;
            return required ? shown : "[" + shown + "]";
        }
    }

    /**
     * An option, {@code --name=value} or {@code -n value}; a Boolean one has no value.
     *
     * @param shortName one letter, or 0
     * @param longName without the dashes
     * @param repeatable whether the option may be given several times, each time with one value
     */
    public record Named(
            char shortName,
            String longName,
            String description,
            Class<?> type,
            boolean required,
            @Nullable String defaultValue,
            boolean repeatable)
            implements Parameter {
        @Override
        public String label() {
            return "option --" + longName;
        }

        /** Whether the option has no value. */
        public boolean flag() {
            return type == boolean.class || type == Boolean.class;
        }

        /** Whether the option's value, a number, may be omitted. */
        boolean lone() {
            return type == LoneNumber.class;
        }

        String usage() {
            if (lone()) {
                return "--" + longName + "[=NUMBER]";
            }
            String value = words().isEmpty() ? longName.toUpperCase(Locale.ROOT) : String.join("|", words());
            return "--" + longName + (flag() ? "" : "=" + value);
        }
    }

    /** The option with this long name; empty when there is none. */
    Optional<Named> option(String longName) {
        return options.stream().filter(o -> o.longName().equals(longName)).findFirst();
    }

    /** The option with this letter; empty when there is none. */
    Optional<Named> option(char shortName) {
        return options.stream().filter(o -> o.shortName() == shortName).findFirst();
    }

    /** The constant of an enumeration for a word; empty when there is none. */
    static Optional<Object> constant(Class<?> type, String word) {
        return Arrays.<Object>stream(type.getEnumConstants())
                .filter(c -> word(c).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
