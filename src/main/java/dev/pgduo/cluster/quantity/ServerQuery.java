package dev.pgduo.cluster.quantity;

/** A way to ask a node's server one question, supplied by whoever has a connection; this room has none of its own. */
@FunctionalInterface
public interface ServerQuery {
    /**
     * The first column of the first row, in the server's own text; an empty string for NULL.
     *
     * @throws ServerUnavailable when the server does not answer now
     */
    String scalar(String sql) throws ServerUnavailable;

    /** Lets go of the server, and ends every connection of the lab's own to it: a smart shutdown waits for its clients. */
    default void release() {}

    /** For a node that nobody can ask: the verbs then go by files and signals alone. */
    static ServerQuery none() {
        return sql -> {
            throw new ServerUnavailable("there is no connection to this node", null);
        };
    }
}
