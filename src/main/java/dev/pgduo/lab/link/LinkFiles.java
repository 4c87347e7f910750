package dev.pgduo.lab.link;

import dev.pgduo.lab.place.LabDaemon;
import java.nio.file.Path;

/**
 * The files that the link keeps in the lab's directory while it exists.
 *
 * @param lab the lab's directory
 */
public record LinkFiles(Path lab) {
    /** The directory of these files; only pgduo's user can read it. */
    Path directory() {
        return lab.resolve("link");
    }

    Path order() {
        return directory().resolve("order");
    }

    Path state() {
        return directory().resolve("state");
    }

    Path log() {
        return directory().resolve("link.log");
    }

    /** The link's process. */
    public LabDaemon daemon() {
        return new LabDaemon(directory().resolve("process"), LinkMain.class.getName() + " " + lab);
    }
}
