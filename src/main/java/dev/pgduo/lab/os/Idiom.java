package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.Getopt;
import java.util.List;
import java.util.Optional;

/** One form of command line that labs use and pgduo carries out by itself. */
interface Idiom {
    /** The action that the command stands for, or empty when it does not have this form. */
    Optional<OsAction> recognise(TypedCommand command);

    /** The options of a simple command, whose first word is its name; empty when the program would refuse them. */
    static Optional<Getopt.Words> read(Getopt options, List<String> command) {
        try {
            return Optional.of(options.read(command.subList(1, command.size())));
        } catch (Getopt.Unreadable e) {
            return Optional.empty();
        }
    }
}
