package dev.pgduo.shell.command;

import java.io.PrintWriter;
import java.util.List;
import org.springframework.shell.core.InputReader;

/**
 * What one call of a command is given besides its words. It goes with the call as Spring Shell's input reader; a parameter of
 * its class gets it.
 */
public interface CallContext extends InputReader {
    /** Runs this and further commands. */
    CommandRunner commands();

    /** Where the command prints. */
    PrintWriter out();

    /** Shows a text to whoever reads it: a person may have a pager for a long one. */
    default void show(List<String> lines) {
        lines.forEach(out()::println);
    }
}
