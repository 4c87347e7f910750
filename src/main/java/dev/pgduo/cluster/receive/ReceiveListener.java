package dev.pgduo.cluster.receive;

/** Receives the messages of a WAL receiver. */
public interface ReceiveListener {
    /** A message for verbose mode only. */
    void verbose(String text);

    void info(String text);

    void warning(String text);
}
