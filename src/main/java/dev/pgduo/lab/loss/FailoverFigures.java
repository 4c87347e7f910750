package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.NodeName;
import java.time.Duration;

/**
 * The cost of one failover.
 *
 * @param from the old primary
 * @param time the phases of the outage (RTO)
 * @param cost the transactions of the load (RPO)
 * @param bytes the amount of WAL that only the old primary has
 * @param commits the commits in that WAL, including those that no client was told of
 */
public record FailoverFigures(NodeName from, Phases time, Transactions cost, long bytes, int commits) {
    /**
     * The time from the last commit that was acknowledged on the old primary to the first one on the new one.
     *
     * @param notice until the failure of the old primary was noticed, and the promotion began
     * @param promote until the new primary accepted writes
     * @param write until the first client had connected to it and committed
     */
    public record Phases(Duration notice, Duration promote, Duration write) {
        /** The sum of the phases: the outage as clients saw it. */
        public Duration outage() {
            return notice.plus(promote).plus(write);
        }
    }

    /**
     * Transactions of the load during this failover.
     *
     * @param acknowledged those whose commit was confirmed to the client
     * @param lost the acknowledged ones that are missing on the new primary
     * @param unknown those whose client got no answer to the commit
     */
    public record Transactions(long acknowledged, long lost, long unknown) {}
}
