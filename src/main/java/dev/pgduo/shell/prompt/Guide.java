package dev.pgduo.shell.prompt;

import java.util.List;

/** Receives each line at a nested prompt before the panes do, to guide a person. Called by the prompt's thread. */
public interface Guide {
    /** Takes the person back to a presentation. */
    Guide BACK = (line, front) ->
            List.of("\\present", "present", "continue", "\\continue").contains(line) ? Answer.BACK : Answer.NOTHING;

    /** What becomes of a line. */
    enum Answer {
        /** It is no concern of the guide's. */
        NOTHING,
        /** The guide has done what it says. */
        DONE,
        /** The prompts end. */
        BACK
    }

    /**
     * A line was typed, perhaps an empty one.
     *
     * @param line without blanks around it
     * @param front the pane that it was typed in
     */
    Answer typed(String line, Pane front);

    /**
     * The prompts begin.
     *
     * @param bar shows what the guide wants to be seen above it
     */
    default void begins(TerminalBar bar) {}

    /** A line has been run. */
    default void ran() {}

    /** The person wants to leave, by Ctrl-D or from the lab's pane; whether that is all right. */
    default boolean leaves() {
        return true;
    }

    /** The prompts have ended. */
    default void ended() {}
}
