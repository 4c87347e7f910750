package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.load.daemon.LoadFigures.Gap;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Collects the figures of a load. Thread-safe. */
final class LoadMeter {
    private static final double MOST = 0.95;

    private final long begin;
    private final Map<TransactionVerdict, Long> counts = new EnumMap<>(TransactionVerdict.class);
    private final Latencies latencies = new Latencies();
    private final LastSecond second = new LastSecond();
    private Optional<NodeName> node = Optional.empty();
    private Optional<Gap> longest = Optional.empty();
    private long last;
    private String refusal = "";
    private String obstacle = "";

    /** @param begin microseconds since 1970 */
    LoadMeter(long begin) {
        this.begin = begin;
    }

    /** Counts a transaction that has ended. */
    synchronized void add(Ledger.Entry entry) {
        counts.merge(entry.verdict(), 1L, Long::sum);
        if (entry.verdict() == TransactionVerdict.ACKNOWLEDGED) {
            long micros = entry.end() - entry.begin();
            latencies.add(micros);
            second.add(entry.end(), micros);
            longest = longest(entry.end());
            last = Math.max(last, entry.end());
            node = Optional.of(entry.node());
            obstacle = "";
        }
    }

    private Optional<Gap> longest(long until) {
        boolean longer = last > 0 && until - last > longest.map(Gap::micros).orElse(0L);
        return longer ? Optional.of(new Gap(last, until)) : longest;
    }

    /** Sets why there is no connection; cleared by the next acknowledged transaction. */
    synchronized void obstacle(String words) {
        obstacle = words.lines().findFirst().orElse("");
    }

    /** Sets the error of the last refused transaction. */
    synchronized void refused(String words) {
        refusal = words.lines().findFirst().orElse("");
    }

    /** The present figures. */
    synchronized LoadFigures figures(long now, boolean over) {
        return new LoadFigures(
                new LoadFigures.Span(begin, now, over),
                node,
                new LoadFigures.Counts(
                        count(TransactionVerdict.ACKNOWLEDGED),
                        count(TransactionVerdict.REFUSED),
                        count(TransactionVerdict.UNKNOWN)),
                new LoadFigures.Pace(second.count(now), second.average(now)),
                new LoadFigures.Latency(latencies.average(), latencies.most(MOST)),
                over ? longest : longest(now),
                new LoadFigures.Words(refusal, obstacle));
    }

    private long count(TransactionVerdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }
}
