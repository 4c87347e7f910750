package dev.pgduo.replay.result;

/** Is told of the steps of a lab while it is played, in order, on the player's thread. */
public interface StepListener {
    /**
     * A step that runs something begins.
     *
     * @param name the section and what is typed; each once in a lab
     * @param line 1-based line of the step in the lab's file
     */
    void begins(String name, int line);

    /** It has ended. */
    void ended(StepOutcome outcome);
}
