package dev.pgduo.course.predicate;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.transcript.read.Durations;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A predicate, and the time within which it has to become true.
 *
 * @param within more than zero
 */
public record Check(Predicate predicate, Duration within) {
    /** The time limit of a check that names none. */
    public static final Duration USUAL = Duration.ofSeconds(15);

    private static final Pattern WITHIN = Pattern.compile("\\s+within\\s+([\\d.]+\\s*\\w*)$");

    /**
     * Parses {@code PREDICATE} or {@code PREDICATE within 30s}.
     *
     * @param at the position where the text begins
     * @throws LabException with the position of the error
     */
    public static Check parse(String text, Position at) {
        Matcher within = WITHIN.matcher(text);
        if (!within.find()) {
            return new Check(Predicate.parse(text, at), USUAL);
        }
        Duration limit = Durations.parse(within.group(1))
                .filter(time -> !time.isZero())
                .orElseThrow(() -> new LabException(ErrorReport.error("invalid duration \"" + within.group(1) + "\"")
                        .hint(Durations.HINT)
                        .at(new Position(
                                at.source(), at.line(), at.column() + text.codePointCount(0, within.start(1))))));
        return new Check(Predicate.parse(text.substring(0, within.start()), at), limit);
    }
}
