package dev.pgduo.transcript.foreign;

import dev.pgduo.report.Position;

/**
 * A prompt for which the document does not tell the pane.
 *
 * @param prompt the name for {@code --map}
 * @param first its first position
 * @param sample the input there
 * @param lines the number of its commands
 * @param guess the pane without an answer
 */
public record PromptQuestion(String prompt, Position first, String sample, int lines, String guess) {}
