package dev.pgduo.session.host;

import dev.pgduo.wire.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The environment of a session; a session itself starts no process and knows no terminal. */
public interface SessionHost {
    /** The result of a backslash command that psql does not have. */
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

    /**
     * The output of a command.
     *
     * @param text without a final newline
     */
    record Printed(String text, int exitCode) {}

    /** Runs a command in backquotes. */
    Printed backquote(String command) throws IOException;

    /** The standard input of a shell line for query output ({@code \g |command}); closing it waits for the command. */
    OutputStream pipe(String command, SessionOutput output) throws IOException;

    /**
     * Runs a backslash command that psql does not have.
     *
     * @param name without the backslash
     * @param arguments the rest of the line as it was typed
     */
    default Answer command(String name, String arguments, SessionOutput output) {
        return Answer.NOT_MINE;
    }

    /** Whether values are shown differently from what they are. */
    default boolean renames() {
        return false;
    }

    /**
     * The text that is shown for a value in a table, before the layout; a lab replaces its real paths and ports.
     *
     * @param column the column's name
     */
    default String shown(String column, String value) {
        return value;
    }

    /** The output of a shell line; closing it waits for the command, and throws when it failed. */
    InputStream reader(String command, SessionOutput output) throws IOException;

    /**
     * Opens a file for reading, with the rights of the session's commands.
     *
     * @throws IOException with the operating system's message when it cannot be opened
     */
    default InputStream read(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    /**
     * Creates or truncates a file for writing, with the rights of the session's commands; closing it waits until everything is
     * written.
     *
     * @throws IOException with the operating system's message when it cannot be opened
     */
    default OutputStream write(Path file) throws IOException {
        return Files.newOutputStream(file);
    }

    /** Gives a new file to the user who runs the session's commands. */
    default void own(Path file) {}

    /** The typed statements, the oldest first; empty where there is no history. */
    default List<String> history() {
        return List.of();
    }

    /** The standard input; closing it does nothing. */
    default InputStream input() {
        return InputStream.nullInputStream();
    }

    /**
     * The next line of the standard input, without echo for a secret; null at the end of the input, or when there is nobody to
     * ask.
     *
     * @throws java.io.InterruptedIOException after Ctrl-C
     */
    @Nullable
    String ask(String prompt, boolean secret) throws IOException;

    /** Sets an environment variable for later commands; null removes it. */
    void environment(String name, @Nullable String value);

    /** Changes to another directory, which exists. */
    void directory(Path next);

    /** The terminal's width in display columns; 0 when the output is no terminal. */
    default int terminalWidth() {
        return 0;
    }

    /** The number of lines of the terminal; 0 when the output is no terminal. */
    default int terminalRows() {
        return 0;
    }

    /** Runs a shell line that uses the terminal, such as an editor; without a terminal, as any other line. */
    default int onTerminal(String command, SessionOutput output) throws IOException {
        return shell(command, output);
    }

    /**
     * A stream whose text is shown page by page when it is closed.
     *
     * @param command the pager's shell line; null for the default
     */
    default OutputStream pager(@Nullable String command, SessionOutput output) throws IOException {
        throw new IOException("there is no terminal");
    }

    /** Whether a person types. */
    default boolean interactive() {
        return false;
    }

    Path currentDirectory();

    Map<String, String> environment();

    /** The directory of the server's Unix-domain socket, where the address would require a password that the session lacks. */
    default Optional<Path> door(Endpoint endpoint) {
        return Optional.empty();
    }

    /** A host without shell, commands of its own and terminal. */
    static SessionHost bare() {
        return new BareHost();
    }
}
