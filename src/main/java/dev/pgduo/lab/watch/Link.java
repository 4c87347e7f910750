package dev.pgduo.lab.watch;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.OptionalLong;

/**
 * The state of replication between the nodes.
 *
 * @param from the sending node
 * @param state the kind of state
 * @param words the server's name for the state, or pgduo's for a broken one
 * @param sync the value of {@code sync_state}; empty when no WAL is sent
 * @param behind the bytes that the receiving node has not replayed, when both positions are known
 * @param seconds the replay lag in seconds; 0 when everything is replayed or nothing is known
 */
public record Link(NodeName from, State state, String words, String sync, OptionalLong behind, double seconds) {
    /** The kinds of state. */
    public enum State {
        STREAMING,
        CATCHUP,
        BROKEN
    }
}
