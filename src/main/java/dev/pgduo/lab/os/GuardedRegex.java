package dev.pgduo.lab.os;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression that a person wrote, with a time limit for each text. */
public final class GuardedRegex {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Pattern pattern;

    /**
     * An expression with the flags of {@link Pattern}.
     *
     * @throws LabException when the expression is invalid
     */
    public GuardedRegex(String regex, int flags) {
        try {
            pattern = Pattern.compile(regex, flags);
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new LabException(
                    ErrorReport.error("invalid regular expression: " + regex)
                            .detail(
                                    e instanceof PatternSyntaxException wrong
                                            ? wrong.getDescription() + "."
                                            : "It is nested too deeply."),
                    e);
        }
    }

    /** Whether the whole text matches; throws {@link LabException} after the time limit. */
    public boolean matches(String text) {
        return within(matchers -> matchers.apply(text).matches());
    }

    /** Whether some part of the text matches; throws {@link LabException} after the time limit. */
    public boolean finds(String text) {
        return within(matchers -> matchers.apply(text).find());
    }

    /**
     * The first group of the first match, or the whole match when the expression has no group; empty when there is no match.
     */
    public Optional<String> find(String text) {
        return within(matchers -> {
            Matcher matcher = matchers.apply(text);
            if (!matcher.find()) {
                return Optional.<String>empty();
            }
            return Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())));
        });
    }

    /** The number of groups. */
    int groups() {
        return pattern.matcher("").groupCount();
    }

    /** The result of work with matchers, which share the time limit of one; throws {@link LabException} after it. */
    <T> T within(Function<Function<String, Matcher>, T> work) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            return work.apply(text -> pattern.matcher(new TimedText(text, deadline)));
        } catch (OutOfTime | StackOverflowError e) {
            throw new LabException(
                    ErrorReport.error("regular expression takes too long: " + pattern)
                            .detail("It was given up after " + LIMIT.toSeconds() + " s.")
                            .hint("Avoid nested repetitions such as (a+)+."),
                    e);
        }
    }

    private static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that cannot be read after its deadline, which is the only way to stop the JDK's matcher. */
    private record TimedText(String text, long deadline) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (System.nanoTime() - deadline > 0) {
                throw new OutOfTime();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new TimedText(text.substring(start, end), deadline);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
