package dev.pgduo.shell.prompt;

import java.util.List;

/** Is told what was typed and what came of it, in the order of the screen: for a recording. Safe for use by several threads. */
public interface RecordingListener {
    /** Nobody listens. */
    RecordingListener NONE = new RecordingListener() {};

    /** Whether anybody listens; when not, no output need be kept. */
    default boolean open() {
        return false;
    }

    /** A command of the lab and what it printed. */
    default void lab(String command, List<String> output) {}

    /** A line at a node's OS prompt and what it printed. */
    default void os(String prompt, String line, List<String> output) {}

    /** A {@code psql …} line that opened a session. */
    default void opened(int session, String psql) {}

    /** A statement and what it printed until the prompt came back. */
    default void sql(int session, String input, List<String> output) {}

    /** A statement was canceled; a script cannot repeat that. */
    default void canceled(int session, String input) {}

    /** A statement had the person type an answer, which is not told; a script cannot repeat that. */
    default void asked(int session, String input) {}

    /** What an earlier statement of the session printed when it came back. */
    default void late(int session, List<String> output) {}
}
