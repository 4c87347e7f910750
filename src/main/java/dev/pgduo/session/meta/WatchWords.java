package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Repetition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code \watch}: psql 15's number of seconds, and the options {@code i= c= m=} of later versions. */
final class WatchWords {
    /** The first psql with options, which checks numbers; {@code m=} came one major later. */
    private static final int LABELS = 16;

    private @Nullable Double interval;
    private @Nullable Long count;
    private @Nullable Long rows;

    private final int psql;

    private WatchWords(int psql) {
        this.psql = psql;
    }

    /** Parses the arguments; empty, after an error was printed, when they are invalid. */
    static Optional<WatchWords> read(SlashScanner arguments, Psql psql) {
        WatchWords words = new WatchWords(psql.major());
        boolean first = true;
        for (Optional<String> word = arguments.stripped(); word.isPresent(); word = arguments.stripped()) {
            String text = word.get();
            int equals = text.indexOf('=');
            if (equals < 0 && words.psql >= LABELS) {
                if (words.refused(words.interval(text), psql)) {
                    return Optional.empty();
                }
            } else if (equals < 0 && first) {
                words.interval = seconds(text);
            } else if (equals < 0) {
                psql.log().warning("\\watch: extra argument \"" + text + "\" ignored");
            } else {
                if (words.refused(words.take(text, text.substring(0, equals), text.substring(equals + 1)), psql)) {
                    return Optional.empty();
                }
            }
            first = false;
        }
        return Optional.of(words);
    }

    private boolean refused(@Nullable String trouble, Psql session) {
        if (trouble != null) {
            session.err("\\watch: " + trouble);
        }
        return trouble != null;
    }

    /**
     * The limits that the arguments set.
     *
     * @param usual the default interval in seconds
     */
    Repetition.Limits limits(double usual) {
        return new Repetition.Limits(
                interval == null ? usual : interval, count == null ? Long.MAX_VALUE : count, rows == null ? 0 : rows);
    }

    /** The error in an option, or null. */
    private @Nullable String take(String text, String name, String value) {
        return switch (name) {
            case "i", "interval" -> interval(value);
            case "c", "count" -> count(value);
            case "m", "min_rows" -> psql == LABELS ? unknown(text) : rows(value);
            default -> unknown(text);
        };
    }

    private static String unknown(String text) {
        return "unrecognized parameter \"" + text + "\"";
    }

    private @Nullable String interval(String value) {
        if (interval != null) {
            return "interval value is specified more than once";
        }
        if (!value.matches("[0-9]*\\.?[0-9]+|[0-9]+\\.")) {
            return "incorrect interval value \"" + value + "\"";
        }
        interval = Double.parseDouble(value);
        return null;
    }

    private @Nullable String count(String value) {
        if (count != null) {
            return "iteration count is specified more than once";
        }
        if (!positive(value)) {
            return "incorrect iteration count \"" + value + "\"";
        }
        count = Long.parseLong(value);
        return null;
    }

    private @Nullable String rows(String value) {
        if (rows != null) {
            return "minimum row count specified more than once";
        }
        if (!positive(value)) {
            return "incorrect minimum row count \"" + value + "\"";
        }
        rows = Long.parseLong(value);
        return null;
    }

    private static boolean positive(String value) {
        return value.matches("0*[1-9][0-9]{0,8}");
    }

    /** Parses seconds as C does; anything that is not a number above zero is one second. */
    private static double seconds(String word) {
        String digits = word.replaceFirst("^\\s*(\\+?[0-9]*\\.?[0-9]*([eE][-+]?[0-9]+)?).*$", "$1");
        try {
            double seconds = Double.parseDouble(digits);
            return seconds > 0 ? seconds : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
