package dev.pgduo.shell.command;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;

/**
 * Turns typed words into values: a constant of an enumeration by its word, anything else as Spring converts it, which includes every type
 * with a static {@code of}, {@code from} or {@code valueOf(String)}. Thread-safe.
 */
final class Conversion {
    private Conversion() {}

    /** Spring's converters, made at their first use: most commands need strings only. */
    private static final class Service {
        static final ConversionService INSTANCE = new DefaultConversionService();
    }

    /**
     * Converts a word.
     *
     * @throws UsageException when it is no valid value of the parameter's type
     */
    static Object convert(Signature.Parameter parameter, String word) {
        Class<?> type = parameter.type();
        if (type == String.class) {
            return word;
        }
        if (type == LoneNumber.class) {
            return new LoneNumber(word.isEmpty() ? 0 : number(parameter, word));
        }
        return type.isEnum() ? constant(parameter, word) : service(parameter, word);
    }

    /** The value of an omitted parameter: zero or false for a primitive type, null for any other. */
    static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type.isPrimitive() ? Service.INSTANCE.convert("0", type) : null;
    }

    private static Object constant(Signature.Parameter parameter, String word) {
        return Signature.constant(parameter.type(), word).orElseThrow(() -> {
            String hint = DidYouMean.nearest(word, parameter.words())
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse("Possible values are: " + String.join(", ", parameter.words()) + ".");
            return new UsageException(invalid(parameter, word).hint(hint));
        });
    }

    private static int number(Signature.Parameter parameter, String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new UsageException(invalid(parameter, word).detail("A whole number is expected."));
        }
    }

    private static Object service(Signature.Parameter parameter, String word) {
        try {
            Object value = Service.INSTANCE.convert(word, parameter.type());
            if (value != null) {
                return value;
            }
        } catch (ConversionException e) {
            throw new UsageException(reason(e, invalid(parameter, word)));
        }
        throw new UsageException(invalid(parameter, word));
    }

    private static ErrorReport reason(Throwable failure, ErrorReport report) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LabException lab) {
                return lab.report();
            }
            if (cause instanceof NumberFormatException) {
                return report.detail("A whole number is expected.");
            }
            if (cause instanceof IllegalArgumentException illegal && cause.getCause() == null) {
                return report.detail(illegal.getMessage());
            }
        }
        return report;
    }

    private static ErrorReport invalid(Signature.Parameter parameter, String word) {
        return ErrorReport.error("invalid value for " + parameter.label() + ": \"" + word + "\"");
    }
}
