package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.quantity.NodeName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * One place that a person can type into: the lab, the OS shell of a node, or an SQL session. Called by the loop from one
 * thread; {@link #cancel()} comes from another one while {@link #run} is under way.
 */
public interface Pane {
    /** What kind of place it is. */
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

    /** What stands before the prompt and before each line of output: empty, or {@code "    "} and a bar per session. */
    String margin();

    /** Whether {@code buffer} can be run as it is; if not, the loop asks for another line. */
    boolean complete(String buffer);

    /** The prompt for the line after {@code buffer}, which is not complete: {@code "-> "}, {@code "'> "} and so on. */
    String continuationPrompt(String buffer);

    /** The same for each line of {@code text} but the first: the prompt that stands before it. There may be many lines. */
    default List<String> continuationPrompts(String text) {
        List<String> prompts = new ArrayList<>();
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            prompts.add(continuationPrompt(text.substring(0, end + 1)));
        }
        return prompts;
    }

    /** Whether what comes after {@code buffer} is data and no statement: the rows of a COPY, where a tab is a character. */
    default boolean data(String buffer) {
        return false;
    }

    /** Cuts a complete buffer into what is run and shown one by one, as several statements pasted at once. */
    default List<String> statements(String buffer) {
        return List.of(buffer);
    }

    /**
     * Runs one statement or command. Output may still be written to {@code out} after the return, when a statement waits for a
     * lock: it is shown above the prompt. A line is shown when its newline is written; close {@code out} to show one that has none.
     */
    Outcome run(String text, PrintWriter out);

    /** Whether a statement is still running here that came back {@linkplain Outcome#blocked() blocked}. */
    default boolean busy() {
        return false;
    }

    /** The server's process that runs what is typed here; null when no server does. */
    default @Nullable Worker worker() {
        return null;
    }

    /** Stops what is running, as Ctrl-C in psql does; nothing happens when nothing runs. Any thread. */
    void cancel();

    /** Throws away what was run of a statement that is not whole yet: Ctrl-C at the prompt. By the prompt's thread. */
    default void giveUp() {}

    /** Where the word begins that ends at the cursor and that a suggestion replaces; by default after a blank. */
    default int wordStart(String buffer, int cursor) {
        int start = cursor;
        while (start > 0 && !Character.isWhitespace(buffer.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** What could stand at the cursor: words that begin with the one before it. */
    default List<Suggestion> suggest(String buffer, int cursor) {
        return List.of();
    }

    /** What is typed here in colours; the text stays as it is. */
    default AttributedString paint(String buffer) {
        return new AttributedString(buffer);
    }

    /** What the lines typed here are remembered under: a word of letters and digits. */
    default String memory() {
        return "lab";
    }

    /** What is shown, and run, when the person leaves by Ctrl-D: psql's {@code \q}, a shell's {@code exit}. */
    String farewell();

    /** Ends the pane's session; called once, when it is left for good. */
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
     * @param leaves whether the pane is done: {@code \q} was typed
     * @param blocked whether the statement waits for somebody else, so that a person has to go to another pane
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
     * A word that completion offers.
     *
     * @param value what is inserted instead of the word before the cursor
     * @param description shown beside it, may be empty
     */
    record Suggestion(String value, String description) {
        public static Suggestion of(String value) {
            return new Suggestion(value, "");
        }
    }
}
