package dev.pgduo.cluster.rewind;

/** Is told how a rewind goes, in pg_rewind's words. */
public interface RewindListener {
    /** Something that everybody wants to know. */
    void info(String line);

    /** What is done next. */
    default void step(String line) {}

    /** A line of the target's server, which recovers. */
    default void said(String line) {}

    /** A line of its standard output. */
    default void printed(String line) {}

    /** A detail. */
    default void debug(String line) {}

    /** Whether details are wanted: there may be one for each page. */
    default boolean debugs() {
        return false;
    }

    /** How many bytes have come, and how many are to come in all. */
    default void copied(long bytes, long total) {}
}
