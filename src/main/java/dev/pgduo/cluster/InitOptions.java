package dev.pgduo.cluster;

import java.util.Optional;

/**
 * How to create a node's database cluster.
 *
 * @param auth who may connect
 * @param password the superuser's password, needed with {@link Auth#SCRAM}; kept in the node's password file (0600)
 * @param replication whether clients may replicate at once, also where initdb leaves the rules for that commented out (9.6)
 */
public record InitOptions(Auth auth, Optional<String> password, boolean replication) {
    public InitOptions {
        if (auth == Auth.SCRAM && password.isEmpty()) {
            throw new IllegalArgumentException("scram needs a password");
        }
    }

    public static InitOptions trust() {
        return new InitOptions(Auth.TRUST, Optional.empty(), false);
    }

    public static InitOptions scram(String password) {
        return new InitOptions(Auth.SCRAM, Optional.of(password), false);
    }

    /** The same, and clients may replicate. */
    public InitOptions admittingReplication() {
        return new InitOptions(auth, password, true);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "InitOptions[auth=" + auth + "]";
    }
}
