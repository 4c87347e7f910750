package dev.pgduo.cluster.quantity;

import java.nio.file.Path;

/**
 * An error in a file that every server needs.
 *
 * @param file the file
 * @param what the rest of a sentence: {@code is missing}
 */
public record Damage(Path file, String what) {
    /** {@code file "…/global/pg_control" is missing}. */
    @Override
    public String toString() {
        return "file \"" + file + "\" " + what;
    }
}
