package dev.pgduo.shell.command;

import java.io.PrintWriter;
import java.util.List;
import org.springframework.shell.core.InputReader;

/**
 * The context of one call of a command. It is passed along as Spring Shell's input reader; a parameter of its class gets it.
 */
public interface CallContext extends InputReader {
    /** Runs further commands. */
    CommandRunner commands();

    /** The command's output. */
    PrintWriter out();

    /** Shows a text; for a person, a long one may be shown in a pager. */
    default void show(List<String> lines) {
        lines.forEach(out()::println);
    }
}
