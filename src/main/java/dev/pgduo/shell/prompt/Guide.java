package dev.pgduo.shell.prompt;

import java.util.List;

/** Receives each line typed at a nested prompt before the panes do, to guide a person. Called by the prompt's thread. */
public interface Guide {
    /** A guide that ends the prompts when the person asks for it. */
    Guide BACK = (line, front) ->
            List.of("\\present", "present", "continue", "\\continue").contains(line) ? Answer.BACK : Answer.NOTHING;

    /** The guide's decision about a line. */
    enum Answer {
        /** The line is for the pane. */
        NOTHING,
        /** The guide has handled the line. */
        DONE,
        /** The prompts end. */
        BACK
    }

    /**
     * Receives a line, which may be empty.
     *
     * @param line without blanks around it
     * @param front the pane in which it was typed
     */
    Answer typed(String line, Pane front);

    /**
     * The prompts begin.
     *
     * @param bar can show lines of the guide above the status bar
     */
    default void begins(TerminalBar bar) {}

    /** A line has been run. */
    default void ran() {}

    /** Returns whether the person may leave, which is asked after Ctrl-D or at the end of the lab's pane. */
    default boolean leaves() {
        return true;
    }

    /** The prompts have ended. */
    default void ended() {}
}
