package dev.pgduo.lab.watch;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.OptionalLong;

/**
 * The replication state between the nodes.
 *
 * @param from the node that sends
 * @param state what it is doing
 * @param words the state in the server's word, or pgduo's for a broken one
 * @param sync whether commits wait for it, in the word of {@code sync_state}; empty when nothing flows
 * @param behind bytes that the receiving node has not replayed, when both are known
 * @param seconds how old what it has is; 0 when nothing is outstanding or nothing is known
 */
public record Link(NodeName from, State state, String words, String sync, OptionalLong behind, double seconds) {
    /** How well WAL flows. */
    public enum State {
        STREAMING,
        CATCHUP,
        BROKEN
    }
}
