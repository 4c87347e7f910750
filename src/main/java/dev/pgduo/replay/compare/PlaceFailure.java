package dev.pgduo.replay.compare;

import java.util.List;
import java.util.regex.Pattern;

/** Recognizes failures that come from the machine, not from differences between servers. */
public final class PlaceFailure {
    private static final Pattern LINE = Pattern.compile("(?:.*: +)?(?:"
            + "[\\w./-]+: command not found"
            + "|[\\w./-]+: not found"
            + "|could not find (?:program|command) \".*"
            + "|could not bind .* address .*: Address already in use"
            + "|could not bind .*: Address already in use"
            + "|Is another postmaster already running on port \\d+\\?.*"
            + "|port \\d+ (?:is in use|is already in use|is taken).*"
            + "|.*: No space left on device)");

    private PlaceFailure() {}

    /** Whether one of the actual lines is such a failure, and none of the expected lines is. */
    public static boolean in(List<String> actual, List<String> expected) {
        return any(actual) && !any(expected);
    }

    private static boolean any(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("^(?:ERROR|FATAL|LOG|HINT|DETAIL|WARNING):  ", ""))
                .anyMatch(line -> LINE.matcher(line).matches());
    }
}
