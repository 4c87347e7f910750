package dev.pgduo.replay;

/**
 * The environment in which a lab file is played.
 *
 * @param commands runs the lines of {@code lab>}
 * @param listener hears of the play
 * @param options how strictly output is compared
 */
public record PlayHost(LabCommands commands, PlayListener listener, PlayOptions options) {
    /** A play with the lab file's own options. */
    public PlayHost(LabCommands commands, PlayListener listener) {
        this(commands, listener, PlayOptions.STANDARD);
    }
}
