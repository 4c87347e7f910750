package dev.pgduo.shell.script;

import dev.pgduo.replay.PlayOptions;

/**
 * How files are verified.
 *
 * @param keep whether the labs remain
 * @param verbose whether waits are printed
 * @param update whether blocks with differences are rewritten
 * @param fill whether missing blocks are written
 * @param audit whether unused branches and patterns are reported
 * @param tasks whether the checks of tasks are tested
 * @param events the files for events
 * @param options how strictly output is compared
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
    /** A plain play. */
    static Manner plain(boolean keep) {
        return new Manner(keep, false, false, false, false, false, EventFiles.NONE, PlayOptions.STANDARD);
    }

    /** Whether the results of the steps are needed after the play. */
    boolean needsSteps() {
        return writes() || audit;
    }

    boolean writes() {
        return update || fill;
    }
}
