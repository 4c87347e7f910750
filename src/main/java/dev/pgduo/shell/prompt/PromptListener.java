package dev.pgduo.shell.prompt;

/** Accompanies the prompt from the background. Called by the loop's thread, which it must not hold up. */
public interface PromptListener {
    /** Nobody. */
    PromptListener NONE = new PromptListener() {};

    /**
     * The first prompt can be seen.
     *
     * @param bar what can be shown under the prompt
     */
    default void begun(TerminalBar bar) {}

    /** A line is going to be run in this pane. */
    default void runs(Pane pane, String line) {}

    /** A line has been run. */
    default void turned() {}

    /** The prompt is left. */
    default void ended() {}
}
