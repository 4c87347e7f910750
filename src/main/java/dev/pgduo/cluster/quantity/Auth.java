package dev.pgduo.cluster.quantity;

/** The client authentication in a new node's pg_hba.conf. */
public enum Auth {
    /** Anybody on this machine, without a password. */
    TRUST,
    /**
     * Anybody through the node's socket, which is in a directory of the server's user alone; over TCP with a password. To be shown
     * as {@link #TRUST}.
     */
    SOCKET,
    /** With a SCRAM-SHA-256 password; MD5 on 9.6, which has no SCRAM. */
    SCRAM
}
