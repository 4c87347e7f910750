package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.ResourceText;

/** A client program: its options and its work. */
interface ClientProgram {
    /** The program's name. */
    String name();

    /** Its options; {@code -V} and {@code -?} are handled for it. */
    Getopt options();

    /** The text of {@code --help}; the real program's where all of it is replaced. */
    default String usage() {
        return ResourceText.of(ClientProgram.class, name() + ".txt").stripTrailing();
    }

    /** A help text from a list of options, one a line. */
    static String usage(String name, String options) {
        return "Usage: " + name + " [OPTION]...\n\n" + options.stripTrailing();
    }

    /** The exit code for an invalid command line. */
    default int misuse() {
        return 1;
    }

    /**
     * Runs the program; returns its exit code.
     *
     * @throws Misuse when the command line is invalid
     * @throws dev.pgduo.report.LabException for an error: exit code 1
     */
    int run(Getopt.Words words, ClientOutput out) throws Misuse;
}
