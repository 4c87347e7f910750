package dev.pgduo.transcript.foreign;

/**
 * A prompt at one of its places.
 *
 * @param prompt as {@code --map} names it; empty for lines without one
 * @param place where its lines went
 * @param reason why
 * @param guess whether the document only hints at it
 */
record PromptUse(String prompt, Place place, String reason, boolean guess) {
    String shown() {
        return prompt.isEmpty() ? "what has no prompt" : "prompt \"" + prompt + "\"";
    }
}
