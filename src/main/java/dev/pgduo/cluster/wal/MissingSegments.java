package dev.pgduo.cluster.wal;

/** Brings segments of the log back that are not in its directory any more. */
@FunctionalInterface
public interface MissingSegments {
    /** There is no archive. */
    MissingSegments GONE = name -> false;

    /** Puts the segment of this name into the directory; whether it is there now. */
    boolean fetch(String name);
}
