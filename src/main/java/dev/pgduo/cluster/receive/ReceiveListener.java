package dev.pgduo.cluster.receive;

/** Receives the messages of a WAL receiver. */
public interface ReceiveListener {
    /** What only a person who asked for it wants to know. */
    void verbose(String text);

    void info(String text);

    void warning(String text);
}
