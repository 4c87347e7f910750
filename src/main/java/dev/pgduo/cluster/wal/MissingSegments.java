package dev.pgduo.cluster.wal;

import java.nio.file.Path;

/** Fetches WAL segments that are not in the WAL directory any more, from an archive for instance. */
@FunctionalInterface
public interface MissingSegments {
    /** Nothing can be fetched. */
    MissingSegments GONE = name -> false;

    /** Fetches the segment of this name into the directory; returns whether it is there now. */
    boolean fetch(String name);

    /** The message for a segment that is missing, as the server has it. */
    default String lack(Path file) {
        return "could not open file \"" + file + "\": No such file or directory";
    }
}
