package dev.pgduo.shell.command;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Option;

/** Reads a {@link Signature} from the annotations of a command's method. */
final class SignatureReader {
    private SignatureReader() {}

    static Signature read(Method method) {
        List<Parameter> parameters = Arrays.asList(method.getParameters());
        List<Signature.Positional> arguments = parameters.stream()
                .filter(SignatureReader::positional)
                .sorted(Comparator.comparingInt(SignatureReader::index))
                .map(SignatureReader::argument)
                .toList();
        List<Signature.Named> options = parameters.stream()
                .filter(p -> p.isAnnotationPresent(Option.class))
                .map(SignatureReader::option)
                .toList();
        return new Signature(arguments, options);
    }

    /** The long name of this parameter's option. */
    static String longName(Parameter parameter) {
        String name = parameter.getAnnotation(Option.class).longName();
        return name.isEmpty() ? dashed(parameter.getName()) : name;
    }

    /** The position of an argument; the one for all remaining words is the last. */
    static int index(Parameter parameter) {
        Argument argument = parameter.getAnnotation(Argument.class);
        return argument == null ? Integer.MAX_VALUE : argument.index();
    }

    /** Whether the parameter is an argument. */
    static boolean positional(Parameter parameter) {
        return parameter.isAnnotationPresent(Argument.class) || parameter.isAnnotationPresent(Arguments.class);
    }

    /** Whether the parameter takes several values. */
    static boolean several(Parameter parameter) {
        return parameter.getType() == List.class;
    }

    /** The type of one value. */
    static Class<?> valueType(Parameter parameter) {
        if (several(parameter)
                && parameter.getParameterizedType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        return parameter.getType();
    }

    private static Signature.Positional argument(Parameter parameter) {
        Argument argument = parameter.getAnnotation(Argument.class);
        String name = dashed(parameter.getName()).toUpperCase(Locale.ROOT);
        String text = argument == null ? "" : argument.description();
        String fallback = argument == null ? null : emptyToNull(argument.defaultValue());
        boolean required = fallback == null && !nullable(parameter) && argument != null;
        return new Signature.Positional(name, text, valueType(parameter), required, fallback, several(parameter));
    }

    private static Signature.Named option(Parameter parameter) {
        Option option = parameter.getAnnotation(Option.class);
        char letter = option.shortName() == ' ' ? 0 : option.shortName();
        String fallback = emptyToNull(option.defaultValue());
        return new Signature.Named(
                letter,
                longName(parameter),
                option.description(),
                valueType(parameter),
                option.required(),
                fallback,
                several(parameter));
    }

    private static boolean nullable(Parameter parameter) {
        return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String dashed(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
