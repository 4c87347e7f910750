package dev.pgduo.cluster.init;

import dev.pgduo.cluster.quantity.Auth;
import java.util.List;
import java.util.Optional;

/**
 * The options for creating a node's database cluster.
 *
 * @param auth the client authentication
 * @param password the superuser's password, required except with {@link Auth#TRUST}; it is written to the node's password file
 * (0600)
 * @param replication whether replication connections are allowed at once, also where initdb comments out their rules (9.6)
 * @param words further options of initdb, which take precedence over pgduo's own
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

    /** The same with replication connections allowed. */
    public InitOptions admittingReplication() {
        return new InitOptions(auth, password, true, words);
    }

    /** The same with these further options of initdb. */
    public InitOptions with(List<String> options) {
        return new InitOptions(auth, password, replication, options);
    }

    /** The text without the password. */
    @Override
    public String toString() {
        return "InitOptions[auth=" + auth + "]";
    }
}
