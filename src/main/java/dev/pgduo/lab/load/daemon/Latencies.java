package dev.pgduo.lab.load.daemon;

/** Latencies, counted by size, each size 2 % longer than the one before. For one thread at a time. */
final class Latencies {
    private static final double STEP = Math.log(1.02);
    private static final int SIZES = 1400;

    private final long[] counts = new long[SIZES];
    private long all;
    private double sum;

    /** @param micros how long it took */
    void add(long micros) {
        counts[(int) Math.min(SIZES - 1, Math.log((double) Math.max(1, micros)) / STEP)]++;
        all++;
        sum += micros;
    }

    /** Milliseconds; 0 when there are none. */
    double average() {
        return all == 0 ? 0 : sum / all / 1000;
    }

    /** Milliseconds that this part of them, from 0 to 1, has not exceeded by more than 2 %; 0 when there are none. */
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
