package dev.pgduo.session.query;

import java.time.Duration;

/**
 * The state of a cancellation by Ctrl-C: the running thread has to end its waits and its output (psql 15:
 * {@code cancel_pressed}). Thread-safe.
 */
public final class Cancellation {
    private boolean asked;
    private boolean untold;

    /** New work begins: an earlier cancellation is forgotten. */
    public synchronized void clear() {
        asked = false;
        untold = false;
    }

    /** Cancels: ends the present wait and output. */
    public synchronized void ask() {
        asked = true;
        untold = true;
        notifyAll();
    }

    /** The cancel request could not be sent to the server, so that it is not reported. */
    public synchronized void unsent() {
        untold = false;
    }

    /** Whether the present work was canceled. */
    public synchronized boolean asked() {
        return asked;
    }

    /** Whether a cancel request has still to be reported to the person; true only once. */
    public synchronized boolean takeUntold() {
        boolean was = untold;
        untold = false;
        return was;
    }

    /** Waits; returns false when the wait was canceled. */
    public synchronized boolean elapsed(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        try {
            for (long left = duration.toMillis(); left > 0 && !asked; ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
            return !asked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
