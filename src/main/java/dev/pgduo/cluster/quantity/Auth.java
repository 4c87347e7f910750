package dev.pgduo.cluster.quantity;

/** The client authentication in a new node's pg_hba.conf. */
public enum Auth {
    /** No password for connections from this machine. */
    TRUST,
    /**
     * No password through the node's socket, which is in a directory that only the server's user can enter; a password over
     * TCP. Shown as {@link #TRUST}.
     */
    SOCKET,
    /** A SCRAM-SHA-256 password; MD5 on 9.6, which has no SCRAM. */
    SCRAM
}
