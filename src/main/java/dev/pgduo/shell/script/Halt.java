package dev.pgduo.shell.script;

import dev.pgduo.replay.StepResult;
import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.TerminalText;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position at which a play stops before its end.
 *
 * @param line from 1: steps that end above this line are played; {@link Integer#MAX_VALUE} for all of the file
 * @param onFailure whether the play also stops after a step that failed
 */
record Halt(int line, boolean onFailure) {
    static final Halt NEVER = new Halt(Integer.MAX_VALUE, false);

    /**
     * The position that options ask for.
     *
     * @param until a line's number or a section's title
     * @param onFailure {@code prompt}
     * @throws LabException when there is no such line or section, or the word is not {@code prompt}
     */
    static Halt of(Transcript transcript, @Nullable String until, @Nullable String onFailure) {
        if (onFailure != null && !onFailure.equals("prompt")) {
            throw LabException.of("invalid value for --on-failure: \"" + onFailure + "\"", "It is \"prompt\".");
        }
        return new Halt(until == null ? Integer.MAX_VALUE : line(transcript, until.strip()), onFailure != null);
    }

    private static int line(Transcript transcript, String until) {
        int last = transcript.text().lines().size();
        if (until.matches("\\d{1,9}")) {
            int line = Integer.parseInt(until);
            if (line < 1 || line > last) {
                throw LabException.of(
                        "there is no line " + line + " in \""
                                + transcript.text().source() + "\"",
                        "It has the lines 1 to " + last + ".");
            }
            return line;
        }
        List<Step.Heading> headings = Step.all(transcript.steps())
                .filter(Step.Heading.class::isInstance)
                .map(Step.Heading.class::cast)
                .toList();
        return headings.stream()
                .filter(heading -> heading.title().strip().equalsIgnoreCase(until))
                .findFirst()
                .map(heading -> heading.span().first())
                .orElseThrow(() -> unknown(transcript, until, headings));
    }

    private static LabException unknown(Transcript transcript, String until, List<Step.Heading> headings) {
        List<String> titles = headings.stream().map(Step.Heading::title).toList();
        String hint = DidYouMean.nearest(until, titles)
                .map(near -> "Perhaps you meant \"" + near + "\".")
                .orElse(
                        titles.isEmpty()
                                ? "It has no sections; give a line's number."
                                : "The sections are \"" + String.join("\", \"", titles) + "\".");
        return new LabException(ErrorReport.error("there is no section \"" + until + "\" in \""
                        + transcript.text().source() + "\"")
                .hint(TerminalText.shown(hint)));
    }

    boolean never() {
        return equals(NEVER);
    }

    /** Whether this step is not played: it, or its output, extends to the line. */
    boolean before(ResolvedStep step) {
        int end = step.expected().lines().stream()
                .mapToInt(ExpectedLine::line)
                .reduce(step.step().span().last(), Math::max);
        return end >= line;
    }

    /** Whether the play stops after this step. */
    boolean after(StepResult result) {
        return onFailure && result.verdict().failed();
    }
}
