package dev.pgduo.transcript.foreign;

import dev.pgduo.report.ErrorReport;
import java.util.List;

/**
 * A document as a lab.
 *
 * @param lab the text of the lab file
 * @param report what was guessed, left out, left as prose, and what cannot be played, in the order of the document
 * @param questions prompts whose place was guessed
 * @param commands how many there are
 * @param unplayable how many of them are in the lab and cannot be played
 */
public record Imported(
        String lab, List<ErrorReport> report, List<PromptQuestion> questions, int commands, int unplayable) {
    public Imported {
        report = List.copyOf(report);
        questions = List.copyOf(questions);
    }
}
