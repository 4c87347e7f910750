package dev.pgduo.replay.result;

/** Hears of the steps of a lab during its play, in order, on the player's thread. */
public interface StepListener {
    /**
     * A step that runs something begins.
     *
     * @param name the section and the input; unique in a lab
     * @param line the step's line in the lab file, from 1
     */
    void begins(String name, int line);

    /** The step has ended. */
    void ended(StepOutcome outcome);
}
