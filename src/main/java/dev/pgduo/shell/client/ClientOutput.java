package dev.pgduo.shell.client;

import dev.pgduo.report.LabException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/**
 * The output streams and environment of a client program.
 *
 * @param program the program's name, which precedes its messages
 * @param out standard output
 * @param err standard error
 * @param environment the environment variables
 */
record ClientOutput(String program, PrintWriter out, PrintWriter err, Map<String, String> environment) {
    /** A line of output. */
    void line(String text) {
        out.println(text);
    }

    /** A line on standard error, without a prefix. */
    void note(String text) {
        out.flush();
        err.println(text);
        err.flush();
    }

    /** A message about a step of the program. */
    void info(String text) {
        note(program + ": " + text);
    }

    void warning(String text) {
        note(program + ": warning: " + text);
    }

    void error(String text) {
        note(program + ": error: " + text);
    }

    /** The error that ended the program, line by line. */
    void failure(LabException e) {
        if (e.said().isEmpty()) {
            error(e.report().message());
            Optional.ofNullable(e.report().detail()).ifPresent(this::detail);
            Optional.ofNullable(e.report().hint()).ifPresent(this::hint);
        } else {
            e.said().forEach(this::error);
        }
    }

    void detail(String text) {
        note(program + ": detail: " + text);
    }

    void hint(String text) {
        note(program + ": hint: " + text);
    }

    /** A line on standard error that refers to {@code --help}. */
    void tryHelp() {
        hint("Try \"" + program + " --help\" for more information.");
    }
}
