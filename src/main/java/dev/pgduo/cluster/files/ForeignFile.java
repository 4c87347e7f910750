package dev.pgduo.cluster.files;

import java.io.IOException;
import java.nio.file.Path;

/** A file belongs to another user where only the user's own files are trusted. */
public final class ForeignFile extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignFile(Path file, String reason) {
        super("\"" + file + "\" " + reason);
    }
}
