package dev.pgduo.replay.compare;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression a person wrote, with a limit to the time it may take on one text. */
final class GuardedRegex {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Pattern pattern;

    /** Throws {@link LabException} when the expression is wrong. */
    GuardedRegex(String regex, int flags) {
        try {
            pattern = Pattern.compile(regex, flags);
        } catch (PatternSyntaxException e) {
            throw new LabException(
                    ErrorReport.error("invalid regular expression: " + regex).detail(e.getDescription() + "."), e);
        }
    }

    /** Whether the whole text matches; throws {@link LabException} when that takes too long. */
    boolean matches(String text) {
        return guarded(() -> pattern.matcher(new TimedText(text, deadline())).matches());
    }

    /** The first match's first group, or the match when there is no group; empty when there is none. */
    java.util.Optional<String> find(String text) {
        return guarded(() -> {
            var matcher = pattern.matcher(new TimedText(text, deadline()));
            if (!matcher.find()) {
                return java.util.Optional.<String>empty();
            }
            return java.util.Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())));
        });
    }

    private <T> T guarded(java.util.function.Supplier<T> matching) {
        try {
            return matching.get();
        } catch (OutOfTime | StackOverflowError e) {
            throw new LabException(
                    ErrorReport.error("regular expression takes too long: " + pattern)
                            .detail("It was given up after " + LIMIT.toSeconds() + " s on one text.")
                            .hint("Avoid nested repetitions such as (a+)+."),
                    e);
        }
    }

    private static long deadline() {
        return System.nanoTime() + LIMIT.toNanos();
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
