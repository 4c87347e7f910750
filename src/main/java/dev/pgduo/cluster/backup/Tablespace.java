package dev.pgduo.cluster.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A tablespace of a base backup.
 *
 * @param oid empty for the data directory itself
 * @param location on the source; empty for the data directory
 * @param kilobytes as the server estimates it
 */
public record Tablespace(String oid, String location, long kilobytes) {
    /** Reads a row of the server's second result set. */
    static Tablespace of(java.util.List<@Nullable String> row) {
        String oid = row.get(0);
        String location = row.get(1);
        String size = row.get(2);
        return new Tablespace(
                oid == null ? "" : oid, location == null ? "" : location, size == null ? 0 : Long.parseLong(size));
    }

    boolean isDataDirectory() {
        return oid.isEmpty();
    }

    /** The path of its symbolic link in the data directory. */
    String link() {
        return "pg_tblspc/" + oid;
    }

    /** The directory of its copy when no other is asked for: beside the data directory, with the name that it has on the source. */
    public Path beside(Path target) {
        Path name = Path.of(location).getFileName();
        return target.resolveSibling("tablespaces").resolve((name == null ? "ts" : name) + "-" + oid);
    }
}
