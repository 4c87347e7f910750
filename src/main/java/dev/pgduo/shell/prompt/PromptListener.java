package dev.pgduo.shell.prompt;

/** Hears of the prompt, to work in the background. Called by the loop's thread, which it must not block. */
public interface PromptListener {
    /** A listener that does nothing. */
    PromptListener NONE = new PromptListener() {};

    /**
     * The first prompt was shown.
     *
     * @param bar the bar under the prompt
     */
    default void begun(TerminalBar bar) {}

    /** A line is about to be run in this pane. */
    default void runs(Pane pane, String line) {}

    /** A line has been run. */
    default void turned() {}

    /** The prompt has ended. */
    default void ended() {}
}
