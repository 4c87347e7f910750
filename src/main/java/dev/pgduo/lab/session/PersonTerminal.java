package dev.pgduo.lab.session;

import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.cluster.process.ShellLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;

/** The terminal of the person who types in the sessions. Thread-safe. */
public interface PersonTerminal {
    /** A terminal for the case that nobody types. */
    PersonTerminal NONE = new PersonTerminal() {};

    /** The number of display columns beside that session's margin; 0 when there is no terminal. */
    default int columns(int session) {
        return 0;
    }

    /** The number of lines of the screen; 0 when there is no terminal. */
    default int rows() {
        return 0;
    }

    /** Runs a line that uses the terminal; returns its exit code, or empty when there is no terminal. */
    default OptionalInt run(ShellLine line) throws IOException {
        return OptionalInt.empty();
    }

    /** A stream whose text is shown when it is closed, by this pager or by pgduo's own; empty when there is no terminal. */
    default Optional<OutputStream> pager(Optional<ShellLine> program) throws IOException {
        return Optional.empty();
    }

    /** A new pseudo-terminal for lines of an OS prompt; empty when there is no terminal, or the system provides none. */
    default Optional<PseudoTerminal> pseudoTerminal() {
        return Optional.empty();
    }
}
