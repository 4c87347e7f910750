package dev.pgduo.transcript.foreign;

import dev.pgduo.report.Position;

/**
 * A prompt of which the document does not say where it is.
 *
 * @param prompt as {@code --map} names it
 * @param first where it stands first
 * @param sample what is typed there
 * @param lines how many commands it has
 * @param guess the pane that is taken without an answer
 */
public record PromptQuestion(String prompt, Position first, String sample, int lines, String guess) {}
