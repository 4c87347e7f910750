package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import java.nio.file.Path;

/** The data directory that a command line names: {@code -D}, else its only operand, else PGDATA. */
final class DataDirectoryWord {
    private DataDirectoryWord() {}

    static Path of(Getopt.Words words, ClientOutput out) throws Misuse {
        return of(words, out.environment().getOrDefault("PGDATA", ""));
    }

    /** The directory that the command line names, else this other one; an empty one is an error. */
    static Path of(Getopt.Words words, String otherwise) throws Misuse {
        int most = words.has('D') ? 0 : 1;
        if (words.operands().size() > most) {
            throw Misuse.tooMany(words.operands(), most);
        }
        String directory =
                words.value('D').or(() -> words.operands().stream().findFirst()).orElse(otherwise);
        if (directory.isEmpty()) {
            throw new Misuse("no data directory specified");
        }
        return Path.of(directory);
    }
}
