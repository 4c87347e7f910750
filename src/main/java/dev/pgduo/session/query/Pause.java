package dev.pgduo.session.query;

import java.time.Duration;

/** A wait that a cancel request ends early. Thread-safe. */
public final class Pause {
    private long cancels;

    /** Ends the wait that is going on. */
    public synchronized void cancel() {
        cancels++;
        notifyAll();
    }

    /** Waits; false when it was cancelled. */
    public synchronized boolean elapsed(Duration duration) {
        long before = cancels;
        long end = System.nanoTime() + duration.toNanos();
        try {
            for (long left = duration.toMillis(); left > 0 && cancels == before; ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
            return cancels == before;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
