package dev.pgduo.cluster.files;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is not this user's own where only such a one is trusted. */
public final class ForeignFile extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignFile(Path file, String reason) {
        super("\"" + file + "\" " + reason);
    }
}
