package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.load.daemon.Ledger;
import dev.pgduo.lab.load.daemon.TransactionVerdict;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The time around a failover in which no client could commit, in microseconds since 1970.
 *
 * @param last when the old primary acknowledged its last commit
 * @param first when the new primary acknowledged its first commit
 */
record Outage(long last, long first) {
    /**
     * The outage, from a load's ledger; empty while the new primary has acknowledged nothing.
     *
     * @param since transactions that ended before this are ignored, in microseconds since 1970
     */
    static Optional<Outage> of(Path ledger, NodeName from, long since) {
        AtomicLong last = new AtomicLong(since);
        AtomicLong first = new AtomicLong(Long.MAX_VALUE);
        try {
            Ledger.read(ledger, entry -> {
                boolean counts = entry.verdict() == TransactionVerdict.ACKNOWLEDGED && entry.end() > since;
                if (counts && entry.node() == from) {
                    last.accumulateAndGet(entry.end(), Math::max);
                } else if (counts) {
                    first.accumulateAndGet(entry.end(), Math::min);
                }
            });
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + ledger + "\": " + FailureReason.of(e)), e);
        }
        return first.get() == Long.MAX_VALUE ? Optional.empty() : Optional.of(new Outage(last.get(), first.get()));
    }
}
