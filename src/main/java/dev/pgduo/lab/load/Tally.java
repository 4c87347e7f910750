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

    /** What has been counted; times are in milliseconds. */
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
        /** All transactions that were begun or left out. */
        public long all() {
            return done + failed + skipped;
        }

        /** Milliseconds. */
        public double average() {
            return sum / done;
        }

        /** Milliseconds. */
        public double deviation() {
            return Math.sqrt(Math.max(0, squares / done - average() * average()));
        }

        /** All of these together. */
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

        /** What has come since. */
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
     * A transaction was done.
     *
     * @param nanos how long it took, from when it was due
     * @param waited how much of that it began late
     * @param tooLong whether that is longer than is wanted
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

    /** One has failed for good, for a reason that a new try can overcome. */
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

    /** One was so late that it was left out. */
    public synchronized void skipped() {
        skipped++;
    }
}
