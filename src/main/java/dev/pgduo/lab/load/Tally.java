package dev.pgduo.lab.load;

import java.util.stream.Stream;

/** Counts and times of transactions. Thread-safe. */
public final class Tally {
    private static final double MILLI = 1e6;

    private long done;
    private long failed;
    private long retried;
    private long retries;
    private long skipped;
    private long late;
    private long serialization;
    private long deadlocks;
    private double sum;
    private double squares;
    private double lag;
    private double longestLag;

    /** The counts; times are in milliseconds. */
    public record Counts(
            long done,
            long failed,
            long retried,
            long retries,
            long skipped,
            long late,
            long serialization,
            long deadlocks,
            double sum,
            double squares,
            double lag,
            double longestLag) {
        /** All transactions that were started or skipped. */
        public long all() {
            return done + failed + skipped;
        }

        /** The average latency in milliseconds. */
        public double average() {
            return sum / done;
        }

        /** The standard deviation of the latency in milliseconds. */
        public double deviation() {
            return Math.sqrt(Math.max(0, squares / done - average() * average()));
        }

        /** The sum of several counts. */
        static Counts sum(Stream<Counts> counts) {
            return counts.reduce(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Counts::and);
        }

        private Counts and(Counts other) {
            return new Counts(
                    done + other.done,
                    failed + other.failed,
                    retried + other.retried,
                    retries + other.retries,
                    skipped + other.skipped,
                    late + other.late,
                    serialization + other.serialization,
                    deadlocks + other.deadlocks,
                    sum + other.sum,
                    squares + other.squares,
                    lag + other.lag,
                    Math.max(longestLag, other.longestLag));
        }

        /** The difference from earlier counts. */
        public Counts since(Counts before) {
            return new Counts(
                    done - before.done,
                    failed - before.failed,
                    retried - before.retried,
                    retries - before.retries,
                    skipped - before.skipped,
                    late - before.late,
                    serialization - before.serialization,
                    deadlocks - before.deadlocks,
                    sum - before.sum,
                    squares - before.squares,
                    lag - before.lag,
                    longestLag);
        }
    }

    public synchronized Counts counts() {
        return new Counts(
                done, failed, retried, retries, skipped, late, serialization, deadlocks, sum, squares, lag, longestLag);
    }

    /**
     * A transaction was completed.
     *
     * @param nanos its latency in nanoseconds, from when it was due
     * @param waited the part of the latency before it was started, in nanoseconds
     * @param tooLong whether the latency is above the limit
     */
    public synchronized void done(long nanos, long waited, int again, boolean tooLong) {
        double millis = nanos / MILLI;
        done++;
        sum += millis;
        squares += millis * millis;
        lag += waited / MILLI;
        longestLag = Math.max(longestLag, waited / MILLI);
        late += tooLong ? 1 : 0;
        again(again);
    }

    /** A transaction failed and is not tried again; the error is one that can be retried. */
    public synchronized void failed(String sqlState, int again) {
        failed++;
        if (sqlState.equals("40P01")) {
            deadlocks++;
        } else {
            serialization++;
        }
        again(again);
    }

    private void again(int times) {
        retried += times > 0 ? 1 : 0;
        retries += times;
    }

    /** A transaction was skipped because it was too late already. */
    public synchronized void skipped() {
        skipped++;
    }
}
