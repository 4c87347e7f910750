package dev.pgduo.lab.watch;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.pair.NodePicture;
import dev.pgduo.lab.pair.ReplicationState;
import java.util.Optional;

/**
 * The state of one node at one moment.
 *
 * @param name a or b
 * @param status the status according to files and processes
 * @param port the port that it listens on, or would listen on
 * @param answer its server's replication state; empty when it does not run or does not answer in time
 * @param picture the complete state; empty before the first inspection
 */
public record NodeFacts(
        NodeName name, NodeStatus status, int port, Optional<ReplicationState> answer, Optional<NodePicture> picture) {
    /** A node that was not inspected completely. */
    public NodeFacts(NodeName name, NodeStatus status, int port, Optional<ReplicationState> answer) {
        this(name, status, port, answer, Optional.empty());
    }

    /** Whether the server runs but does not answer: it is frozen, or accepts no connections. */
    public boolean silent() {
        return status.running() && answer.isEmpty();
    }

    /** Whether it runs as a primary, as far as is known. */
    public boolean primary() {
        return answer.map(a -> !a.recovering()).orElse(status == NodeStatus.RUNNING_PRIMARY);
    }

    /** Whether it runs as a standby, as far as is known. */
    public boolean standby() {
        return answer.map(ReplicationState::recovering).orElse(status == NodeStatus.RUNNING_STANDBY);
    }

    /** The word for its role: {@code primary}, {@code standby}, or {@code node} when it does not run. */
    public String role() {
        if (standby()) {
            return "standby";
        }
        return primary() ? "primary" : "node";
    }

    /** The word for its state: {@code up}, {@code no answer}, {@code stopped} and so on. */
    public String state() {
        if (silent()) {
            return "no answer";
        }
        if (!status.running()) {
            return status.toString();
        }
        return answer.filter(ReplicationState::paused).isPresent() ? "replay paused" : "up";
    }
}
