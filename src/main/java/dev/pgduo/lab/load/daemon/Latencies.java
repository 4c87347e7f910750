package dev.pgduo.lab.load.daemon;

/** A histogram of latencies, in which each bucket is 2 % wider than the one before. For one thread at a time. */
final class Latencies {
    private static final double STEP = Math.log(1.02);
    private static final int SIZES = 1400;

    private final long[] counts = new long[SIZES];
    private long all;
    private double sum;

    /** @param micros the latency in microseconds */
    void add(long micros) {
        counts[(int) Math.min(SIZES - 1, Math.log((double) Math.max(1, micros)) / STEP)]++;
        all++;
        sum += micros;
    }

    /** The average in milliseconds; 0 when there are none. */
    double average() {
        return all == 0 ? 0 : sum / all / 1000;
    }

    /** The quantile for this part, from 0 to 1, in milliseconds, at most 2 % too high; 0 when there are none. */
    double most(double part) {
        long wanted = (long) Math.ceil(all * part);
        long seen = 0;
        for (int size = 0; size < SIZES && all > 0; size++) {
            seen += counts[size];
            if (seen >= wanted) {
                return Math.exp((size + 1) * STEP) / 1000;
            }
        }
        return 0;
    }
}
