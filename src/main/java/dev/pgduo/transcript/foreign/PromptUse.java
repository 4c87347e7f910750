package dev.pgduo.transcript.foreign;

/**
 * The assignment of a prompt to a place.
 *
 * @param prompt the name for {@code --map}; empty for lines without one
 * @param place the place of its lines
 * @param reason the reason for it
 * @param guess whether the document has only an indication
 */
record PromptUse(String prompt, Place place, String reason, boolean guess) {
    String shown() {
        return prompt.isEmpty() ? "what has no prompt" : "prompt \"" + prompt + "\"";
    }
}
