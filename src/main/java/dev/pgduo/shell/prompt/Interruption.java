package dev.pgduo.shell.prompt;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Interrupts the thread that runs something after Ctrl-C, but never after its work has ended. Thread-safe. */
public final class Interruption {
    /** How many milliseconds the terminal's signal may reach this process later than a program that it ended. */
    private static final long ON_ITS_WAY_MILLIS = 300;

    private @Nullable Thread thread;
    private boolean requested;

    /** The current thread begins its work. */
    public synchronized void begin() {
        thread = Thread.currentThread();
        requested = false;
    }

    /** The current thread has ended its work; a pending interrupt is cleared. Returns whether it was interrupted. */
    public synchronized boolean end() {
        thread = null;
        return Thread.interrupted() || requested;
    }

    /** Interrupts the working thread; returns false when there is none. From any thread. */
    public synchronized boolean interrupt() {
        Thread running = thread;
        if (running == null) {
            return false;
        }
        requested = true;
        running.interrupt();
        return true;
    }

    /** Whether a thread is working. */
    public synchronized boolean running() {
        return thread != null;
    }

    /** Whether the thread was interrupted since it began. */
    public synchronized boolean requested() {
        return requested;
    }

    /** Waits a moment for an interrupt that must arrive soon, as the terminal sends Ctrl-C to all its programs. */
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
