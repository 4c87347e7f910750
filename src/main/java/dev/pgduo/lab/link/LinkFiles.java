package dev.pgduo.lab.link;

import dev.pgduo.lab.place.LabDaemon;
import java.nio.file.Path;

/**
 * What the link keeps in the lab's directory while it is there.
 *
 * @param lab the lab's directory
 */
public record LinkFiles(Path lab) {
    /** Where all of it is; only for the user of pgduo. */
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

    /** The process. */
    public LabDaemon daemon() {
        return new LabDaemon(directory().resolve("process"), LinkMain.class.getName() + " " + lab);
    }
}
