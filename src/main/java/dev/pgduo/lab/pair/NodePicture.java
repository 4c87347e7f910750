package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.wal.TimelineHistory;
import java.util.List;
import java.util.Optional;

/**
 * All facts about one node at one moment, running or not: from its files, its processes and, when it answers, its server.
 *
 * @param name a or b
 * @param state whether it runs, and which file is damaged
 * @param files the recovery configuration in its files
 * @param cluster the cluster's identity; empty without a readable pg_control
 * @param wal the timelines and the end of its WAL; empty when they are not known
 * @param stopped its processes that are stopped by a signal (SIGSTOP), the postmaster first
 * @param answer the replication state that its server reports; empty when it does not run or does not answer
 */
public record NodePicture(
        NodeName name,
        NodeState state,
        RecoveryFiles files,
        Optional<Cluster> cluster,
        Optional<Wal> wal,
        List<Long> stopped,
        Optional<ReplicationState> answer) {
    public NodePicture {
        stopped = List.copyOf(stopped);
    }

    /**
     * The identity of a cluster.
     *
     * @param systemIdentifier the same for all copies of one cluster
     * @param checkpoint the position of the last checkpoint record
     * @param segmentSize the size of a WAL file in bytes
     * @param fresh whether no server has run in it since initdb made it
     */
    public record Cluster(long systemIdentifier, Lsn checkpoint, long segmentSize, boolean fresh) {}

    /**
     * The WAL of a node.
     *
     * @param end the last position that is known to exist
     * @param history the timelines that led there
     */
    public record Wal(WalPlace end, TimelineHistory history) {}

    /** Whether the node has no database cluster. */
    public boolean empty() {
        return state.status() == NodeStatus.EMPTY;
    }

    /** Whether files are damaged. */
    public boolean damaged() {
        return state.damage().isPresent();
    }

    /** Whether its server runs, starts or stops. */
    public boolean up() {
        return state.pid().isPresent();
    }

    /** Whether processes of its server are stopped by a signal. */
    public boolean frozen() {
        return !stopped.isEmpty();
    }

    /** Whether the server runs but does not answer. */
    public boolean silent() {
        return up() && state.status().running() && answer.isEmpty();
    }

    /** The role of the server, or the one that it would have after a start. */
    public Intent intent() {
        if (answer.isPresent()) {
            boolean recovering = answer.get().recovering();
            return recovering ? (files.intent() == Intent.RECOVERY ? Intent.RECOVERY : Intent.STANDBY) : Intent.PRIMARY;
        }
        return files.intent();
    }

    /** Whether it is a base backup, or a rewound cluster, that has never been started. */
    public boolean unstarted() {
        return !up() && files.label() != RecoveryLabel.NONE;
    }

    /** Whether it has not been started since it was rewound. */
    public boolean rewound() {
        return !up() && files.label() == RecoveryLabel.REWIND;
    }

    /** Whether no data can be lost with the node: it has no cluster, or one that was never used. */
    public boolean blank() {
        return empty() || (cluster.filter(Cluster::fresh).isPresent() && !up());
    }

    /** Whether the node is a standby, running or not. */
    public boolean standby() {
        return intent() == Intent.STANDBY;
    }

    /** Whether the node runs as a primary. */
    public boolean runningPrimary() {
        return up() && !standby() && (answer.isPresent() || state.status() == NodeStatus.RUNNING_PRIMARY);
    }
}
