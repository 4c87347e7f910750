package dev.pgduo.transcript.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way in which {@code %capture} finds a value in an output; sealed. */
public sealed interface CaptureSource {
    /** The value in this output (lines without the block's prefix), or empty when there is none. */
    Optional<String> find(List<String> output);

    /** The first row's value of a column, in psql's aligned or expanded format. */
    record Column(String name) implements CaptureSource {
        @Override
        public Optional<String> find(List<String> output) {
            return new PrintedTable(output).firstValue(name);
        }
    }

    /**
     * A regular expression searched for in the output, with lines joined by newlines, {@code ^} and {@code $} at each line; the
     * value is its first group, or the whole match when it has none.
     */
    record Regex(String expression) implements CaptureSource {
        @Override
        public Optional<String> find(List<String> output) {
            Matcher matcher = Pattern.compile(expression, Pattern.MULTILINE).matcher(String.join("\n", output));
            if (!matcher.find()) {
                return Optional.empty();
            }
            return Optional.ofNullable(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
        }
    }
}
