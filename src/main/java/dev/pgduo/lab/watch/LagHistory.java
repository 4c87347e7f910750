package dev.pgduo.lab.watch;

import dev.pgduo.lab.pair.ReplicationState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The lag of a standby over the last minutes. Thread-safe. */
public final class LagHistory {
    /** The number of samples: ten minutes with one a second. */
    private static final int MOST = 600;

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * One sample.
     *
     * @param nanos the time, as {@link System#nanoTime()}
     * @param lag the row of pg_stat_replication
     */
    public record Sample(long nanos, ReplicationState.Sender lag) {}

    synchronized void add(ReplicationState.Sender lag) {
        if (samples.size() == MOST) {
            samples.removeFirst();
        }
        samples.addLast(new Sample(System.nanoTime(), lag));
    }

    /** All samples, oldest first. */
    public synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }
}
