package dev.pgduo.transcript.read;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and formats durations as in PostgreSQL's settings: {@code 500ms}, {@code 10s}, {@code 1.5min}, {@code 1h}. */
public final class Durations {
    public static final String HINT = "Write a number and a unit, such as 500ms, 10s or 2min.";

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(ms|s|min|m|h)");
    private static final Map<String, Integer> MILLIS =
            Map.of("ms", 1, "s", 1000, "min", 60_000, "m", 60_000, "h", 3_600_000);

    private Durations() {}

    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double millis = Double.parseDouble(matcher.group(1)) * MILLIS.getOrDefault(matcher.group(2), 0);
        return Optional.of(Duration.ofMillis(Math.round(millis)));
    }
}
