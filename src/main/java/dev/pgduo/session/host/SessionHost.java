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

    /**
     * What a command printed.
     *
     * @param text without a final newline
     */
    record Printed(String text, int exitCode) {}

    /** Runs the command in backquotes. */
    Printed backquote(String command) throws IOException;

    /** The input of a shell line that query output goes to ({@code \g |command}); closing it waits for the command. */
    OutputStream pipe(String command, SessionOutput output) throws IOException;

    /**
     * Runs a backslash command that psql does not have.
     *
     * @param name without the backslash
     * @param arguments the rest of the line as typed
     */
    default Answer command(String name, String arguments, SessionOutput output) {
        return Answer.NOT_MINE;
    }

    /** Whether anything is shown as something else. */
    default boolean renames() {
        return false;
    }

    /**
     * What is shown of a value in a table, before the table is laid out; a lab shows its own paths and ports there.
     *
     * @param column its name
     */
    default String shown(String column, String value) {
        return value;
    }

    /** What the shell line prints; closing it waits for the command and fails with its fate when that was not success. */
    InputStream reader(String command, SessionOutput output) throws IOException;

    /**
     * Opens a file that the session reads, with the rights that its commands have.
     *
     * @throws IOException with the operating system's words when it cannot be opened
     */
    default InputStream read(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    /**
     * Makes or empties a file that the session writes, with the rights that its commands have; closing it waits until all is
     * written.
     *
     * @throws IOException with the operating system's words when it cannot be opened
     */
    default OutputStream write(Path file) throws IOException {
        return Files.newOutputStream(file);
    }

    /** Lets the session's commands use a file that was made for them. */
    default void own(Path file) {}

    /** What was typed, the oldest first; nothing where nobody keeps it. */
    default List<String> history() {
        return List.of();
    }

    /** The standard input; closing it does nothing. */
    default InputStream input() {
        return InputStream.nullInputStream();
    }

    /**
     * The next line of the standard input, without echo if it is a secret; null at the end, or when nobody can be asked.
     *
     * @throws java.io.InterruptedIOException when Ctrl-C comes instead
     */
    @Nullable
    String ask(String prompt, boolean secret) throws IOException;

    /** Changes a variable of the environment of later commands; null removes it. */
    void environment(String name, @Nullable String value);

    /** Goes to another directory; it exists. */
    void directory(Path next);

    /** Display columns of the terminal, 0 when the output is none. */
    default int terminalWidth() {
        return 0;
    }

    /** Lines that the terminal shows at once, 0 when the output is none. */
    default int terminalRows() {
        return 0;
    }

    /** Runs a shell line that has the terminal meanwhile, as an editor; where there is none, as any other line. */
    default int onTerminal(String command, SessionOutput output) throws IOException {
        return shell(command, output);
    }

    /**
     * What shows long output page by page when it is closed.
     *
     * @param command the shell line that the person wants; null for the best there is
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

    /** The directory of a Unix-domain socket that leads there too, where the address wants a password that nobody has. */
    default Optional<Path> door(Endpoint endpoint) {
        return Optional.empty();
    }

    /** A host with no shell, no commands of its own and no terminal. */
    static SessionHost bare() {
        return new BareHost();
    }
}
