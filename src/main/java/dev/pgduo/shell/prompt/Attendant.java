package dev.pgduo.shell.prompt;

/** Accompanies the prompt from the background. Called by the loop's thread, which it must not hold up. */
public interface Attendant {
    /** Nobody. */
    Attendant NONE = new Attendant() {};

    /**
     * The first prompt can be seen.
     *
     * @param bar what can be shown under the prompt
     */
    default void begun(TerminalBar bar) {}

    /** A line has been run. */
    default void turned() {}

    /** The prompt is left. */
    default void ended() {}
}
