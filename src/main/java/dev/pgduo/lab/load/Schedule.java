package dev.pgduo.lab.load;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

/**
 * The start times of transactions when there is a rate limit: at random intervals, whose average is the rate's. Thread-safe.
 */
public final class Schedule {
    private final double meanNanos;
    private final Random random;
    private double next;

    public Schedule(OptionalDouble rate, OptionalLong seed) {
        this.meanNanos = rate.isPresent() ? 1e9 / rate.getAsDouble() : 0;
        this.random = seed.isPresent() ? new Random(seed.getAsLong()) : new Random();
    }

    public boolean limited() {
        return meanNanos > 0;
    }

    public synchronized void begin(long nanos) {
        next = nanos;
    }

    /** The next transaction's start time, as {@link System#nanoTime()}. */
    public synchronized long due() {
        next += -Math.log(1 - random.nextDouble()) * meanNanos;
        return (long) next;
    }
}
