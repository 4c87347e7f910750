package dev.pgduo.shell.script;

import dev.pgduo.replay.PlayOptions;

/**
 * How files are verified.
 *
 * @param keep leave the labs
 * @param verbose show the waits
 * @param update rewrite the blocks that differ
 * @param fill write the blocks that are missing
 * @param audit say what no run used
 * @param tasks try the checks of tasks
 * @param events where what happens is written
 * @param options how strictly they are played
 */
record Manner(
        boolean keep,
        boolean verbose,
        boolean update,
        boolean fill,
        boolean audit,
        boolean tasks,
        EventFiles events,
        PlayOptions options) {
    /** One play, after which everything goes. */
    static Manner plain(boolean keep) {
        return new Manner(keep, false, false, false, false, false, EventFiles.NONE, PlayOptions.STANDARD);
    }

    /** Whether the steps are needed after the play. */
    boolean needsSteps() {
        return writes() || audit;
    }

    boolean writes() {
        return update || fill;
    }
}
