package dev.pgduo.cluster.init;

import dev.pgduo.cluster.quantity.Auth;
import java.util.List;
import java.util.Optional;

/**
 * How to create a node's database cluster.
 *
 * @param auth who may connect
 * @param password the superuser's password, needed but with {@link Auth#TRUST}; kept in the node's password file (0600)
 * @param replication whether clients may replicate at once, also where initdb leaves the rules for that commented out (9.6)
 * @param words further options of initdb, which win over pgduo's own
 */
public record InitOptions(Auth auth, Optional<String> password, boolean replication, List<String> words) {
    public InitOptions {
        words = List.copyOf(words);
        if (auth != Auth.TRUST && password.isEmpty()) {
            throw new IllegalArgumentException(auth + " needs a password");
        }
    }

    public static InitOptions trust() {
        return new InitOptions(Auth.TRUST, Optional.empty(), false, List.of());
    }

    public static InitOptions socket(String password) {
        return new InitOptions(Auth.SOCKET, Optional.of(password), false, List.of());
    }

    public static InitOptions scram(String password) {
        return new InitOptions(Auth.SCRAM, Optional.of(password), false, List.of());
    }

    /** The same, and clients may replicate. */
    public InitOptions admittingReplication() {
        return new InitOptions(auth, password, true, words);
    }

    /** The same with these options of initdb. */
    public InitOptions with(List<String> options) {
        return new InitOptions(auth, password, replication, options);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "InitOptions[auth=" + auth + "]";
    }
}
