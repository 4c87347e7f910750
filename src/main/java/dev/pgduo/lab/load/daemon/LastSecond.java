package dev.pgduo.lab.load.daemon;

/** The transactions of the last whole second, in tenths of a second. For one thread at a time. */
final class LastSecond {
    private static final int TENTHS = 10;
    private static final long MICROS = 100_000;

    private final long[] counts = new long[TENTHS + 1];
    private final long[] sums = new long[TENTHS + 1];
    private long newest;

    private int slot(long now) {
        long tenth = now / MICROS;
        for (newest = Math.max(newest, tenth - counts.length); newest < tenth; newest++) {
            int next = (int) ((newest + 1) % counts.length);
            counts[next] = 0;
            sums[next] = 0;
        }
        return (int) (newest % counts.length);
    }

    /**
     * A transaction has been completed.
     *
     * @param now the time in microseconds, never before that of the last call
     * @param micros the latency in microseconds
     */
    void add(long now, long micros) {
        int slot = slot(now);
        counts[slot]++;
        sums[slot] += micros;
    }

    /** The number of transactions, without the current tenth of a second. */
    long count(long now) {
        return sum(counts, slot(now));
    }

    /** The average latency in milliseconds; 0 when there are none. */
    double average(long now) {
        long count = count(now);
        return count == 0 ? 0 : sum(sums, slot(now)) / 1000.0 / count;
    }

    private static long sum(long[] values, int without) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += i == without ? 0 : values[i];
        }
        return sum;
    }
}
