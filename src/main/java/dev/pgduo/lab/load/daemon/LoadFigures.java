package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.Locale;
import java.util.Optional;

/**
 * What a load has done so far. Times are microseconds since 1970 where nothing else is said.
 *
 * @param node where the last transaction was acknowledged
 * @param second what was done in the last whole second
 * @param longest time without an acknowledged transaction after the first one
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
     * When it ran.
     *
     * @param now when the figures were taken
     * @param over whether it has ended
     */
    public record Span(long begin, long now, boolean over) {
        /** Seconds. */
        public double seconds() {
            return Math.max(1, now - begin) / 1e6;
        }
    }

    /** Transactions by what is known of them. */
    public record Counts(long acknowledged, long refused, long unknown) {
        /** All that are over. */
        public long all() {
            return acknowledged + refused + unknown;
        }
    }

    /**
     * Transactions of a second.
     *
     * @param latency milliseconds on average
     */
    public record Pace(long tps, double latency) {}

    /**
     * Latencies of all acknowledged transactions, in milliseconds.
     *
     * @param most what 95 % of them have not exceeded
     */
    public record Latency(double average, double most) {}

    /** A time without an acknowledged transaction. */
    public record Gap(long from, long to) {
        /** How long it was. */
        public long micros() {
            return to - from;
        }
    }

    /**
     * What went wrong; empty where nothing did.
     *
     * @param refusal with which the last transaction was refused that was
     * @param obstacle why there has been no connection since the last one that was acknowledged
     */
    public record Words(String refusal, String obstacle) {}

    /** Acknowledged transactions per second, over all of the time. */
    public double tps() {
        return counts.acknowledged() / span.seconds();
    }

    /** As the bar shows it: {@code load 412 tps 2.3 ms}. */
    public String brief() {
        return String.format(Locale.ROOT, "load %d tps %.1f ms", second.tps(), second.latency());
    }

    /** As one line, without its end. */
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

    /** The figures of a {@linkplain #line() line}; empty when it is none. */
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
