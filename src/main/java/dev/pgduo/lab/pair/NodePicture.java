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
 * @param state what it is doing, and which file is damaged
 * @param files what its files say of recovery
 * @param cluster whose copy it is; empty without a readable pg_control
 * @param wal where its write-ahead log comes from and ends; empty when that cannot be told
 * @param stopped its processes that are stopped by a signal (SIGSTOP), the postmaster first
 * @param answer what its server says; empty when it does not run or does not answer
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
     * Whose copy a data directory is.
     *
     * @param systemIdentifier the same for all copies of one cluster
     * @param checkpoint the last checkpoint's record
     * @param segmentSize bytes of one file of its log
     * @param fresh whether no server has run in it since initdb made it
     */
    public record Cluster(long systemIdentifier, Lsn checkpoint, long segmentSize, boolean fresh) {}

    /**
     * A node's write-ahead log.
     *
     * @param end the last place that is known to be in it
     * @param history the timelines that led there
     */
    public record Wal(WalPlace end, TimelineHistory history) {}

    /** Whether there is no database cluster. */
    public boolean empty() {
        return state.status() == NodeStatus.EMPTY;
    }

    /** Whether its files cannot be trusted. */
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

    /** Whether a server runs that cannot be asked. */
    public boolean silent() {
        return up() && state.status().running() && answer.isEmpty();
    }

    /** What its server is, or would be once it is started. */
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

    /** Whether nothing can be lost with it: there is no cluster, or nobody has used it yet. */
    public boolean blank() {
        return empty() || (cluster.filter(Cluster::fresh).isPresent() && !up());
    }

    /** Whether it is a standby, running or not. */
    public boolean standby() {
        return intent() == Intent.STANDBY;
    }

    /** Whether it runs as a primary. */
    public boolean runningPrimary() {
        return up() && !standby() && (answer.isPresent() || state.status() == NodeStatus.RUNNING_PRIMARY);
    }
}
