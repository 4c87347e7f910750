package dev.pgduo.shell.client;

import java.io.PrintWriter;
import java.util.Map;

/**
 * What a client program finds around it.
 *
 * @param program its name, which stands before what it complains of
 * @param out standard output
 * @param err standard error
 * @param environment its variables
 */
record ClientOutput(String program, PrintWriter out, PrintWriter err, Map<String, String> environment) {
    /** A line of output. */
    void line(String text) {
        out.println(text);
    }

    /** A line of standard error as it is. */
    void note(String text) {
        out.flush();
        err.println(text);
        err.flush();
    }

    void error(String text) {
        note(program + ": error: " + text);
    }

    void detail(String text) {
        note(program + ": detail: " + text);
    }

    void hint(String text) {
        note(program + ": hint: " + text);
    }

    /** Where to read what the program takes. */
    void tryHelp() {
        hint("Try \"" + program + " --help\" for more information.");
    }
}
