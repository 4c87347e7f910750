package dev.pgduo.cluster;

/** How a new node's pg_hba.conf lets clients in. */
public enum Auth {
    /** Anybody on this machine, without a password. */
    TRUST,
    /** With a SCRAM-SHA-256 password; MD5 on 9.6, which has no SCRAM. */
    SCRAM
}
