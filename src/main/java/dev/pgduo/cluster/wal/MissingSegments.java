package dev.pgduo.cluster.wal;

import java.nio.file.Path;

/** Brings segments of the log back that are not in its directory any more. */
@FunctionalInterface
public interface MissingSegments {
    /** There is no archive. */
    MissingSegments GONE = name -> false;

    /** Puts the segment of this name into the directory; whether it is there now. */
    boolean fetch(String name);

    /** Why it is not there, in the server's words. */
    default String lack(Path file) {
        return "could not open file \"" + file + "\": No such file or directory";
    }
}
