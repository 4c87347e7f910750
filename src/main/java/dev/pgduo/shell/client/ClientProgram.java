package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.ResourceText;

/** One client program: what it takes, and what it does. */
interface ClientProgram {
    /** The program's name. */
    String name();

    /** Its options; {@code -V} and {@code -?} are answered for it. */
    Getopt options();

    /** What {@code --help} prints: the real program's page, where this is one that stands in for all of it. */
    default String usage() {
        return ResourceText.of(ClientProgram.class, name() + ".txt").stripTrailing();
    }

    /** A page of the options that there are, a line each. */
    static String usage(String name, String options) {
        return "Usage: " + name + " [OPTION]...\n\n" + options.stripTrailing();
    }

    /** The exit code for a command line that cannot be read. */
    default int misuse() {
        return 1;
    }

    /**
     * Does its work and returns its exit code.
     *
     * @throws Misuse when its words make no sense to it
     * @throws dev.pgduo.report.LabException when it fails: exit code 1
     */
    int run(Getopt.Words words, ClientOutput out) throws Misuse;
}
