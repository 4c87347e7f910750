package dev.pgduo.replay;

/**
 * The environment in which a lab file is played.
 *
 * @param commands what runs the lines behind {@code lab> }
 * @param listener is told what happens
 * @param options how strictly
 */
public record PlayHost(LabCommands commands, PlayListener listener, PlayOptions options) {
    /** As the lab file says. */
    public PlayHost(LabCommands commands, PlayListener listener) {
        this(commands, listener, PlayOptions.STANDARD);
    }
}
