package dev.pgduo.cluster.receive;

/** Hears what a receiver does. */
public interface ReceiveListener {
    /** What only a person who asked for it wants to know. */
    void verbose(String text);

    void info(String text);

    void warning(String text);
}
