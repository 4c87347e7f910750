package dev.pgduo.session.query;

import java.time.Duration;

/** What Ctrl-C asks of the thread that runs something: to wait, and to print, no longer (psql 15: {@code cancel_pressed}). Thread-safe. */
public final class Cancellation {
    private boolean asked;
    private boolean untold;

    /** Something else begins; what was asked before does not count. */
    public synchronized void clear() {
        asked = false;
        untold = false;
    }

    /** Ends the wait that is going on, and what is being printed. */
    public synchronized void ask() {
        asked = true;
        untold = true;
        notifyAll();
    }

    /** The server could not be asked, so that nobody is told that it was. */
    public synchronized void unsent() {
        untold = false;
    }

    /** Whether it was asked for since something began. */
    public synchronized boolean asked() {
        return asked;
    }

    /** Whether the person is still to be told that it was asked for; once. */
    public synchronized boolean takeUntold() {
        boolean was = untold;
        untold = false;
        return was;
    }

    /** Waits; false when the wait was cancelled. */
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
