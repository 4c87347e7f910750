package dev.pgduo.session.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a session asks of its surroundings; a session itself starts no process and knows no terminal. */
public interface SessionHost {
    /** What became of a backslash command that psql does not have. */
    enum Answer {
        HANDLED,
        FAILED,
        NOT_MINE
    }

    /**
     * Runs {@code \!} with its output.
     *
     * @param command the shell line; empty for an interactive shell
     * @return the exit code
     */
    int shell(String command, SessionOutput output) throws IOException;

    /** What the command in backquotes prints, without a final newline. */
    String backquote(String command) throws IOException;

    /** The input of a shell line that query output goes to ({@code \g |command}); closing it waits for the command. */
    OutputStream pipe(String command, SessionOutput output) throws IOException;

    /**
     * Runs a backslash command that psql does not have.
     *
     * @param name without the backslash
     * @param arguments the rest of the line as typed
     */
    Answer command(String name, String arguments, SessionOutput output);

    /** What the shell line prints; closing it waits for the command and fails with its fate when that was not success. */
    InputStream reader(String command) throws IOException;

    /** What was typed, the oldest first; nothing where nobody keeps it. */
    default List<String> history() {
        return List.of();
    }

    /** The standard input; closing it does nothing. */
    InputStream input();

    /** The next line of the standard input, without echo if it is a secret; null at the end. */
    @Nullable
    String ask(String prompt, boolean secret) throws IOException;

    /** Changes a variable of the environment of later commands; null removes it. */
    void environment(String name, @Nullable String value);

    /** Goes to another directory; it exists. */
    void directory(Path next);

    /** Display columns of the terminal, 0 when the output is none. */
    int terminalWidth();

    boolean interactive();

    Path currentDirectory();

    Map<String, String> environment();

    /** A host with no shell, no commands of its own and no terminal. */
    static SessionHost bare() {
        return new BareHost();
    }
}
