package dev.pgduo.cluster.rewind;

/** Receives the messages of a rewind, which are pg_rewind's. */
public interface RewindListener {
    /** A message that is always printed. */
    void info(String line);

    /** A message about the next step. */
    default void step(String line) {}

    /** A line of standard error of the target's server while it recovers. */
    default void said(String line) {}

    /** A line of the same server's standard output. */
    default void printed(String line) {}

    /** A message with details. */
    default void debug(String line) {}

    /** Whether details are wanted: there may be one for each page. */
    default boolean debugs() {
        return false;
    }

    /** The progress of the copy, in bytes. */
    default void copied(long bytes, long total) {}
}
