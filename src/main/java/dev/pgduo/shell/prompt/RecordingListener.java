package dev.pgduo.shell.prompt;

import java.util.List;

/** Hears what was typed and what it printed, in the order of the screen, for recordings. Safe for use by several threads. */
public interface RecordingListener {
    /** A listener that does nothing. */
    RecordingListener NONE = new RecordingListener() {};

    /** Whether there is a recording; otherwise output need not be kept. */
    default boolean open() {
        return false;
    }

    /** A command of the lab and its output. */
    default void lab(String command, List<String> output) {}

    /** A line at a node's OS prompt and its output. */
    default void os(String prompt, String line, List<String> output) {}

    /** A {@code psql …} line that opened a session. */
    default void opened(int session, String psql) {}

    /** A statement and its output until the prompt came back. */
    default void sql(int session, String input, List<String> output) {}

    /** A statement was canceled, which a script cannot repeat. */
    default void canceled(int session, String input) {}

    /** A statement has asked the person for an answer, which is not recorded; a script cannot repeat that. */
    default void asked(int session, String input) {}

    /** The output of an earlier statement of the session that was blocked and has ended. */
    default void late(int session, List<String> output) {}
}
