package dev.pgduo.shell.script;

/**
 * How files are verified.
 *
 * @param keep leave the labs
 * @param verbose show the waits
 * @param update rewrite the blocks that differ
 * @param fill write the blocks that are missing
 * @param audit say what no run used
 */
record Manner(boolean keep, boolean verbose, boolean update, boolean fill, boolean audit) {
    /** Whether the steps are needed after the play. */
    boolean needsSteps() {
        return writes() || audit;
    }

    boolean writes() {
        return update || fill;
    }
}
