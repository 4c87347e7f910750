package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.NodeName;
import java.time.Duration;

/**
 * What one failover has cost.
 *
 * @param from the old primary
 * @param time for how long nobody could commit (RTO)
 * @param cost what became of the transactions (RPO)
 * @param bytes of log that only the old primary has
 * @param commits in it, those included that nobody was told of
 */
public record FailoverFigures(NodeName from, Phases time, Transactions cost, long bytes, int commits) {
    /**
     * The time from the last commit that was acknowledged on the old primary to the first one on the new one.
     *
     * @param notice until the old primary was known to be gone, and the promotion began
     * @param promote until the new primary could be written to
     * @param write until the first client had found it and committed there
     */
    public record Phases(Duration notice, Duration promote, Duration write) {
        /** All of it: the outage as the clients saw it. */
        public Duration outage() {
            return notice.plus(promote).plus(write);
        }
    }

    /**
     * Transactions of the load during this failover.
     *
     * @param acknowledged the clients were told that they are committed
     * @param lost of these: not on the new primary
     * @param unknown the clients were told nothing
     */
    public record Transactions(long acknowledged, long lost, long unknown) {}
}
