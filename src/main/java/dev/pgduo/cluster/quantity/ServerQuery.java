package dev.pgduo.cluster.quantity;

/** A way to query a node's server, provided by another package, as this one has no connections. */
@FunctionalInterface
public interface ServerQuery {
    /**
     * The first column of the first row as the server's text; an empty string for NULL.
     *
     * @throws ServerUnavailable when the server does not answer now
     */
    String scalar(String sql) throws ServerUnavailable;

    /** Closes every connection of the lab's own to the server, as a smart shutdown waits for all clients. */
    default void release() {}

    /** For a node that cannot be queried: operations then use files and signals only. */
    static ServerQuery none() {
        return sql -> {
            throw new ServerUnavailable("there is no connection to this node", null);
        };
    }
}
