package dev.pgduo.transcript.foreign;

import dev.pgduo.report.ErrorReport;
import java.util.List;

/**
 * The result of an import.
 *
 * @param lab the text of the lab file
 * @param report remarks in the order of the document: assumptions, omissions, commands left as prose, and commands that cannot
 * be played
 * @param questions prompts for which the pane was guessed
 * @param commands the number of commands
 * @param unplayable the number of commands in the lab that cannot be played
 */
public record Imported(
        String lab, List<ErrorReport> report, List<PromptQuestion> questions, int commands, int unplayable) {
    public Imported {
        report = List.copyOf(report);
        questions = List.copyOf(questions);
    }
}
