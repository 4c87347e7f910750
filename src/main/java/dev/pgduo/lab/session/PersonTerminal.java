package dev.pgduo.lab.session;

import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.cluster.process.ShellLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;

/** The terminal of the person who types in the sessions. Thread-safe. */
public interface PersonTerminal {
    /** Nobody types. */
    PersonTerminal NONE = new PersonTerminal() {};

    /** Display columns beside the margin of that session; 0 when there is no terminal. */
    default int columns(int session) {
        return 0;
    }

    /** Lines that can be seen at once, 0 when there is no terminal. */
    default int rows() {
        return 0;
    }

    /** Runs a line that has the terminal meanwhile; its exit code, empty when nobody has a terminal. */
    default OptionalInt run(ShellLine line) throws IOException {
        return OptionalInt.empty();
    }

    /** What shows long output when it is closed, by this program or else by its own means; empty when nobody has a terminal. */
    default Optional<OutputStream> pager(Optional<ShellLine> program) throws IOException {
        return Optional.empty();
    }

    /** A new terminal that lines of an OS prompt are run on; empty when nobody has a terminal, or the system gives none. */
    default Optional<PseudoTerminal> pseudoTerminal() {
        return Optional.empty();
    }
}
