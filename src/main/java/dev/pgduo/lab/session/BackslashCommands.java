package dev.pgduo.lab.session;

import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lab's commands that can be used in an SQL session with a backslash. */
public interface BackslashCommands {
    /** No commands besides psql's own. */
    BackslashCommands NONE = (name, arguments, output) -> SessionHost.Answer.NOT_MINE;

    /**
     * Runs a backslash command that psql does not have.
     *
     * @param name without the backslash
     * @param arguments the rest of the line as it was typed
     */
    SessionHost.Answer run(String name, String arguments, SessionOutput output);

    /** Whether the lab has a command of this name, which psql does not have. */
    default boolean knows(String name) {
        return false;
    }

    /** The terminal of the person who types in the sessions. */
    default PersonTerminal terminal() {
        return PersonTerminal.NONE;
    }

    /** Whether a command is running. From any thread. */
    default boolean running() {
        return false;
    }

    /** Stops the running command; returns whether there was one. From any thread. */
    default boolean cancel() {
        return false;
    }

    /** Whether the person was asked a question since the last call of this method. */
    default boolean takeAsked() {
        return false;
    }

    /**
     * Asks the person at the session's prompt, without echo for a secret; null when there is no person.
     *
     * @throws java.io.InterruptedIOException when the person refuses to answer
     */
    default @Nullable String ask(String prompt, boolean secret) throws IOException {
        return null;
    }
}
