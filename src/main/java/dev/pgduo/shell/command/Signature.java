package dev.pgduo.shell.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command takes, read once from its method.
 *
 * @param arguments in the order of their positions; only the last may take the rest of the line
 * @param options in the order of the method's parameters
 */
public record Signature(List<Positional> arguments, List<Named> options) {
    public Signature {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }

    /** Anything that a value is written for. */
    public sealed interface Parameter {
        Class<?> type();

        String description();

        /** How a message names it: {@code argument NODE} or {@code option --slot}. */
        String label();

        /** The words that an enumerated type has, as they are typed; empty for every other type. */
        default List<String> words() {
            Object[] constants = type().getEnumConstants();
            return constants == null
                    ? List.of()
                    : Stream.of(constants).map(Signature::word).toList();
        }
    }

    /**
     * A word by its position.
     *
     * @param name as the help shows it, in capitals
     * @param required whether the command cannot do without
     * @param defaultValue taken when it is left out, or null
     * @param rest whether it takes all words that follow
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
     * A word with a name, {@code --name=value} or {@code -n value}; a boolean one needs no value.
     *
     * @param shortName one letter, or 0
     * @param longName without the dashes
     * @param repeatable whether each occurrence adds a value
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

        /** Whether it stands alone, without a value. */
        public boolean flag() {
            return type == boolean.class || type == Boolean.class;
        }

        /** Whether it may stand alone, but takes a number that follows. */
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

    /** The option with this long name. */
    Optional<Named> option(String longName) {
        return options.stream().filter(o -> o.longName().equals(longName)).findFirst();
    }

    /** The option with this letter. */
    Optional<Named> option(char shortName) {
        return options.stream().filter(o -> o.shortName() == shortName).findFirst();
    }

    /** The constant of {@code type} that {@code word} names. */
    static Optional<Object> constant(Class<?> type, String word) {
        return Arrays.<Object>stream(type.getEnumConstants())
                .filter(c -> word(c).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
