package dev.pgduo.lab.os;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression a person wrote, with a limit to the time it may take on one text. */
public final class GuardedRegex {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Pattern pattern;

    /**
     * An expression with the flags of {@link Pattern}.
     *
     * @throws LabException when it is wrong
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

    /** Whether the whole text matches; throws {@link LabException} when that takes too long. */
    public boolean matches(String text) {
        return within(matchers -> matchers.apply(text).matches());
    }

    /** Whether some part of the text matches; throws {@link LabException} when that takes too long. */
    public boolean finds(String text) {
        return within(matchers -> matchers.apply(text).find());
    }

    /** The first match's first group, or the match when there is no group; empty when there is none. */
    public Optional<String> find(String text) {
        return within(matchers -> {
            Matcher matcher = matchers.apply(text);
            if (!matcher.find()) {
                return Optional.<String>empty();
            }
            return Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())));
        });
    }

    /** How many groups can be referred to. */
    int groups() {
        return pattern.matcher("").groupCount();
    }

    /** What comes of work with matchers, which all together have the time of one; throws {@link LabException} when it is up. */
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

    /** A text that refuses to be read after its deadline: the only way to stop the JDK's matcher. */
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
