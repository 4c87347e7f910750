package dev.pgduo.cluster.quantity;

import java.nio.file.Path;

/**
 * A file that no server can do without, and what is wrong with it.
 *
 * @param file which
 * @param what the rest of a sentence: {@code is missing}
 */
public record Damage(Path file, String what) {
    /** {@code file "…/global/pg_control" is missing}. */
    @Override
    public String toString() {
        return "file \"" + file + "\" " + what;
    }
}
