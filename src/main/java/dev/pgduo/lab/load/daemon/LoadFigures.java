package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of a load. Times are in microseconds since 1970 unless another unit is given.
 *
 * @param node the node that acknowledged the last transaction
 * @param second the transactions of the last whole second
 * @param longest the longest time without an acknowledged transaction, after the first one
 */
public record LoadFigures(
        Span span,
        Optional<NodeName> node,
        Counts counts,
        Pace second,
        Latency latency,
        Optional<Gap> longest,
        Words words) {
    private static final int WORDS = 15;

    /**
     * The time of the load.
     *
     * @param now when these figures were taken
     * @param over whether the load has ended
     */
    public record Span(long begin, long now, boolean over) {
        /** The duration in seconds. */
        public double seconds() {
            return Math.max(1, now - begin) / 1e6;
        }
    }

    /** The number of transactions for each result. */
    public record Counts(long acknowledged, long refused, long unknown) {
        /** All transactions that have ended. */
        public long all() {
            return acknowledged + refused + unknown;
        }
    }

    /**
     * The transactions of the last second.
     *
     * @param latency the average in milliseconds
     */
    public record Pace(long tps, double latency) {}

    /**
     * Latencies of all acknowledged transactions, in milliseconds.
     *
     * @param most the 95th percentile
     */
    public record Latency(double average, double most) {}

    /** A time without an acknowledged transaction. */
    public record Gap(long from, long to) {
        /** Its length in microseconds. */
        public long micros() {
            return to - from;
        }
    }

    /**
     * The last errors; empty where there were none.
     *
     * @param refusal the error of the last transaction that was refused
     * @param obstacle why there has been no connection since the last acknowledged transaction
     */
    public record Words(String refusal, String obstacle) {}

    /** Acknowledged transactions per second, over the whole duration. */
    public double tps() {
        return counts.acknowledged() / span.seconds();
    }

    /** The figures for the status bar: {@code load 412 tps 2.3 ms}. */
    public String brief() {
        return String.format(Locale.ROOT, "load %d tps %.1f ms", second.tps(), second.latency());
    }

    /** The figures as one line, without a line feed. */
    String line() {
        return String.join(
                "\t",
                Long.toString(span.begin()),
                Long.toString(span.now()),
                Boolean.toString(span.over()),
                node.map(NodeName::toString).orElse("-"),
                Long.toString(counts.acknowledged()),
                Long.toString(counts.refused()),
                Long.toString(counts.unknown()),
                Long.toString(second.tps()),
                Double.toString(second.latency()),
                Double.toString(latency.average()),
                Double.toString(latency.most()),
                Long.toString(longest.map(Gap::from).orElse(0L)),
                Long.toString(longest.map(Gap::to).orElse(0L)),
                words.refusal().replaceAll("\\p{Cntrl}", " "),
                words.obstacle().replaceAll("\\p{Cntrl}", " "));
    }

    /** Parses such a {@linkplain #line() line}; empty when it is none. */
    static Optional<LoadFigures> parse(String line) {
        String[] words = line.split("\t", -1);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        try {
            Gap gap = new Gap(Long.parseLong(words[11]), Long.parseLong(words[12]));
            return Optional.of(new LoadFigures(
                    new Span(Long.parseLong(words[0]), Long.parseLong(words[1]), Boolean.parseBoolean(words[2])),
                    NodeName.find(words[3]),
                    new Counts(Long.parseLong(words[4]), Long.parseLong(words[5]), Long.parseLong(words[6])),
                    new Pace(Long.parseLong(words[7]), Double.parseDouble(words[8])),
                    new Latency(Double.parseDouble(words[9]), Double.parseDouble(words[10])),
                    gap.from() == 0 ? Optional.empty() : Optional.of(gap),
                    new Words(words[13], words[14])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
