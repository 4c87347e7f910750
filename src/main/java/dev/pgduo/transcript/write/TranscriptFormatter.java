package dev.pgduo.transcript.write;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.ExpectedBlock;
import dev.pgduo.transcript.model.ParseResult;
import dev.pgduo.transcript.model.SourceLine;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A lab file in the layout that {@code record} writes: four blanks and bars before the lines of sessions, one blank line
 * between steps, rules as long as their titles, no blanks at the end of prose and commands, {@code \n} at every line's end, no
 * byte order mark. Input, expected output and text are not changed.
 */
public final class TranscriptFormatter {
    private TranscriptFormatter() {}

    /**
     * The file's new text; the old one when nothing has to be changed.
     *
     * @throws LabException when the new text would have another meaning
     */
    public static String format(Transcript transcript) {
        LineLayout layout = new LineLayout(transcript.text());
        Step.all(transcript.steps()).forEach(step -> step.accept(layout));
        blanks(transcript.steps(), true, layout);
        StringBuilder text = new StringBuilder();
        for (SourceLine line : transcript.text().lines()) {
            if (line.own() && !layout.removed(line.number())) {
                text.append(layout.line(line.number())).append('\n');
            }
        }
        return unchanged(transcript, text.toString());
    }

    /** @param whole whether these are all steps of the file, so that blank lines at their ends are removed */
    private static void blanks(List<Step> steps, boolean whole, LineLayout layout) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Choice choice) {
                choice.branches().forEach(branch -> branch(branch.steps(), layout));
            } else if (step instanceof Step.Task task) {
                branch(task.steps(), layout);
            } else if (step instanceof Step.Blank blank) {
                boolean end = i == 0 || i == steps.size() - 1;
                if (end || !mayBeOutput(steps.get(i - 1), steps.get(i + 1))) {
                    layout.blanks(blank, end && whole);
                }
            }
        }
    }

    private static void branch(List<Step> steps, LineLayout layout) {
        if (!steps.stream().allMatch(Step.Blank.class::isInstance)) {
            blanks(steps, false, layout);
        }
    }

    /** Whether blank lines between these two may be part of a program's output. */
    private static boolean mayBeOutput(Step above, Step below) {
        ExpectedBlock block = above.expected();
        return below instanceof Step.Prose
                && above.runs()
                && block.prefix().text().isEmpty()
                && !block.parts().isEmpty();
    }

    private static String unchanged(Transcript transcript, String text) {
        ParseResult again = TranscriptReader.read(
                text.getBytes(StandardCharsets.UTF_8), transcript.text().source());
        List<StepMeaning> before = StepMeaning.of(transcript);
        List<StepMeaning> after = again.reports().isEmpty() ? StepMeaning.of(again.orThrow()) : List.of();
        for (int i = 0; i < before.size(); i++) {
            if (i >= after.size() || !before.get(i).says().equals(after.get(i).says())) {
                throw new LabException(ErrorReport.error("could not format without changing what the lab says")
                        .hint("Leave the file as it is, or change the line by hand.")
                        .at(transcript.at(before.get(i).line())));
            }
        }
        if (after.size() > before.size()) {
            throw LabException.of(
                    "could not format \"" + transcript.text().source() + "\" without changing what it says");
        }
        return text;
    }
}
