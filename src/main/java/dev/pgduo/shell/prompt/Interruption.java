package dev.pgduo.shell.prompt;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What Ctrl-C does to a thread that runs something: it is interrupted, but never after that has ended. Thread-safe. */
public final class Interruption {
    /** How long the terminal's signal may take from a program that ended by it to this one. */
    private static final long ON_ITS_WAY_MILLIS = 300;

    private @Nullable Thread thread;
    private boolean requested;

    /** The current thread begins. */
    public synchronized void begin() {
        thread = Thread.currentThread();
        requested = false;
    }

    /** The current thread has ended; whatever came for it is forgotten. The answer is whether it was interrupted. */
    public synchronized boolean end() {
        thread = null;
        return Thread.interrupted() || requested;
    }

    /** Interrupts the thread that has begun and not ended; false when there is none. Any thread. */
    public synchronized boolean interrupt() {
        Thread running = thread;
        if (running == null) {
            return false;
        }
        requested = true;
        running.interrupt();
        return true;
    }

    /** Whether a thread has begun and not ended. */
    public synchronized boolean running() {
        return thread != null;
    }

    /** Whether it was interrupted since it began. */
    public synchronized boolean requested() {
        return requested;
    }

    /** Waits a moment for an interrupt that must be on its way: a terminal's Ctrl-C reaches all its programs. */
    public synchronized void expect() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ON_ITS_WAY_MILLIS);
        try {
            for (long left = ON_ITS_WAY_MILLIS; !requested && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
