package dev.pgduo.shell.script;

import dev.pgduo.replay.review.LabReview;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.screen.HarmlessText;
import dev.pgduo.transcript.model.Transcript;
import java.util.List;

/**
 * Asks the person once for each foreign lab before it is played, and shows the lines that it runs on this machine. Without a
 * terminal nobody is asked: a lab is played as {@code bash FILE} would run a script.
 */
public final class Approval {
    private final TrustedLabs trusted;

    public Approval(TrustedLabs trusted) {
        this.trusted = trusted;
    }

    /** The lines, with positions, that are neither recognized idioms nor SQL. */
    static List<String> lines(Transcript transcript) {
        return LabReview.of(transcript).stream()
                .map(line -> HarmlessText.of(transcript.at(line.number()) + ": " + line.text()))
                .toList();
    }

    /**
     * Asks whether this lab may be played, if there is a person and such a line.
     *
     * @param verb the command that plays it
     * @throws LabException when the answer is no
     */
    void check(String verb, Transcript transcript, LabContext context) {
        if (!context.audience().person() || trusted.know(transcript)) {
            return;
        }
        List<String> lines = lines(transcript);
        if (lines.isEmpty()) {
            return;
        }
        lines.forEach(context.out()::println);
        context.out().flush();
        String file = HarmlessText.of(transcript.text().source());
        String what = lines.size() == 1 ? "this line" : "these " + lines.size() + " lines";
        boolean yes = context.audience()
                .asker()
                .yes(verb + ": \"" + file + "\" is not one of pgduo's own labs and runs " + what + " on this machine.")
                .orElseThrow(() -> new LabException(ErrorReport.error("\"" + verb + "\" needs a confirmation: \"" + file
                                + "\" is not one of pgduo's own labs")
                        .hint("Add --trust if it may run " + what + " on this machine.")));
        if (!yes) {
            throw LabException.of("\"" + verb + "\" was not confirmed, nothing was played");
        }
        trusted.remember(transcript);
    }
}
