package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;

/** One client program: what it takes, and what it does. */
interface ClientProgram {
    /** The program's name. */
    String name();

    /** Its options; {@code -V} and {@code -?} are answered for it. */
    Getopt options();

    /** The options, a line each, for {@code --help}. */
    String help();

    /** The exit code for a command line that cannot be read. */
    int misuse();

    /** Does its work and returns its exit code. */
    int run(Getopt.Words words, ClientOutput out);
}
