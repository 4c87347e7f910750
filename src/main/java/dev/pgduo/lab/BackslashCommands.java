package dev.pgduo.lab;

import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;

/** The lab's commands as an SQL session reaches them, with a backslash. */
public interface BackslashCommands {
    /** No commands but psql's own. */
    BackslashCommands NONE = (name, arguments, output) -> SessionHost.Answer.NOT_MINE;

    /**
     * Runs a backslash command that psql does not have.
     *
     * @param name without the backslash
     * @param arguments the rest of the line as typed
     */
    SessionHost.Answer run(String name, String arguments, SessionOutput output);
}
