package dev.pgduo.lab.load.daemon;

import dev.pgduo.lab.place.LabDaemon;
import java.nio.file.Path;

/**
 * The files that a load keeps in the lab's directory.
 *
 * @param lab the lab's directory
 */
public record LoadFiles(Path lab) {
    /** The directory of these files; only pgduo's user can read it. */
    public Path directory() {
        return lab.resolve("load");
    }

    Path order() {
        return directory().resolve("order.properties");
    }

    /** The ledger, with a line for each transaction; see {@link Ledger}. */
    public Path ledger() {
        return directory().resolve("ledger");
    }

    Path figures() {
        return directory().resolve("figures");
    }

    Path log() {
        return directory().resolve("load.log");
    }

    /** The load's process. */
    public LabDaemon daemon() {
        return new LabDaemon(directory().resolve("process"), LoadMain.class.getName() + " " + lab);
    }
}
