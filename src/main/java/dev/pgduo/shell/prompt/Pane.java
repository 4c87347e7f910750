package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.quantity.NodeName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * A place into which a person types: the lab, the OS shell of a node, or an SQL session. Called by the loop from one thread,
 * except for {@link #cancel()}, which another thread may call while {@link #run} is running.
 */
public interface Pane {
    /** The kinds of panes. */
    enum Kind {
        /** The lab's own commands. */
        LAB,
        /** The OS shell of a node. */
        OS,
        /** An SQL session. */
        SQL
    }

    Kind kind();

    /** The prompt without the margin, with its final blank; may change with every statement ({@code =*> }). */
    String prompt();

    /** The text before the prompt and before each line of output: empty, or {@code "    "} and a bar per session. */
    String margin();

    /** Whether {@code buffer} can be run; otherwise the loop asks for another line. */
    boolean complete(String buffer);

    /** The prompt for the line after an incomplete {@code buffer}: {@code "-> "}, {@code "'> "} and so on. */
    String continuationPrompt(String buffer);

    /** The prompts for all lines of {@code text} except the first. There may be many lines. */
    default List<String> continuationPrompts(String text) {
        List<String> prompts = new ArrayList<>();
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            prompts.add(continuationPrompt(text.substring(0, end + 1)));
        }
        return prompts;
    }

    /** Whether the text after {@code buffer} is data and no statement: rows of a COPY, in which a tab is data. */
    default boolean data(String buffer) {
        return false;
    }

    /** Splits a complete buffer into parts that are run and shown one by one, as when several statements are pasted. */
    default List<String> statements(String buffer) {
        return List.of(buffer);
    }

    /**
     * Runs one statement or command. Output may be written to {@code out} after the return, when a statement is waiting for a
     * lock; it is then shown above the prompt. A line is shown when its newline is written; close {@code out} to show one that
     * has none.
     */
    Outcome run(String text, PrintWriter out);

    /** Whether a statement that {@linkplain Outcome#blocked() was blocked} is still running here. */
    default boolean busy() {
        return false;
    }

    /** The server process of this pane; null when there is none. */
    default @Nullable Worker worker() {
        return null;
    }

    /** Cancels what is running, as Ctrl-C in psql does; does nothing when nothing is running. From any thread. */
    void cancel();

    /**
     * Discards the part of an incomplete statement that was sent already, after Ctrl-C at the prompt. On the prompt's thread.
     */
    default void giveUp() {}

    /** The offset of the word that ends at the cursor and that a completion replaces; by default after a blank. */
    default int wordStart(String buffer, int cursor) {
        int start = cursor;
        while (start > 0 && !Character.isWhitespace(buffer.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The completions for the word before the cursor. */
    default List<Suggestion> suggest(String buffer, int cursor) {
        return List.of();
    }

    /** The typed text in colours; the text itself is not changed. */
    default AttributedString paint(String buffer) {
        return new AttributedString(buffer);
    }

    /** The name of the history file for lines typed here: a word of letters and digits. */
    default String memory() {
        return "lab";
    }

    /** The line that is shown and run when the person leaves by Ctrl-D: psql's {@code \q}, a shell's {@code exit}. */
    String farewell();

    /** Ends the pane's session; called once, when the pane is closed. */
    default void close() {}

    /**
     * A process of a node's server.
     *
     * @param pid of the operating system
     */
    record Worker(NodeName node, int pid) {}

    /**
     * How a statement or command ended.
     *
     * @param code of {@link dev.pgduo.shell.command.ExitCode}
     * @param leaves whether the pane has to be closed, as after {@code \q}
     * @param blocked whether the statement waits for another session, so that the person has to go to another pane
     */
    record Outcome(int code, boolean leaves, boolean blocked) {
        public static final Outcome OK = new Outcome(0, false, false);
        public static final Outcome LEFT = new Outcome(0, true, false);
        public static final Outcome BLOCKED = new Outcome(0, false, true);

        public static Outcome of(int code) {
            return new Outcome(code, false, false);
        }

        public boolean failed() {
            return code != 0;
        }
    }

    /**
     * A completion.
     *
     * @param value the text that replaces the word before the cursor
     * @param description shown beside it, may be empty
     */
    record Suggestion(String value, String description) {
        public static Suggestion of(String value) {
            return new Suggestion(value, "");
        }
    }
}
