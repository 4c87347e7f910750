package dev.pgduo.lab.link;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The flow control of one direction of the link, for all connections, with its byte counts. Thread-safe. */
final class Valve {
    private static final long SECOND = 1_000_000_000;

    /** With a limited rate, data are passed on this many times per second. */
    private static final long SLICES = 20;

    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private Flow flow = Flow.FREE;
    private double allowance;
    private long refilled = System.nanoTime();

    synchronized void set(Flow next) {
        flow = next;
        notifyAll();
    }

    /** Makes all waiting threads check their condition again. */
    synchronized void wake() {
        notifyAll();
    }

    void received(int bytes) {
        received.addAndGet(bytes);
    }

    /** The number of bytes that were read. */
    long received() {
        return received.get();
    }

    /** The number of bytes that were passed on or are allowed to be; it stops changing as soon as the direction is held. */
    long sent() {
        return sent.get();
    }

    /** Waits while the direction is held, until the condition holds that waiting is useless. */
    synchronized void awaitOpen(BooleanSupplier useless) throws InterruptedException {
        while (flow.held() && !useless.getAsBoolean()) {
            wait();
        }
    }

    /**
     * Waits until data that have arrived are due.
     *
     * @param arrived the time of arrival, as {@link System#nanoTime()}
     * @param chance the share of the jitter, from -1 to 1
     */
    synchronized void awaitTurn(long arrived, double chance, BooleanSupplier useless) throws InterruptedException {
        while (!useless.getAsBoolean()) {
            long left = arrived + flow.delay(chance) - System.nanoTime();
            if (flow.held()) {
                wait();
            } else if (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                return;
            }
        }
    }

    /** Waits until at least some of this many bytes may be passed on; returns how many. */
    synchronized int awaitShare(int wanted, BooleanSupplier useless) throws InterruptedException {
        while (!useless.getAsBoolean()) {
            if (flow.held()) {
                wait();
                continue;
            }
            if (flow.rate() == 0) {
                sent.addAndGet(wanted);
                return wanted;
            }
            refill();
            long least = Math.min(wanted, slice());
            if (allowance >= least) {
                int share = (int) Math.min(wanted, (long) allowance);
                allowance -= share;
                sent.addAndGet(share);
                return share;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, (long) ((least - allowance) * SECOND / flow.rate())));
        }
        return wanted;
    }

    private long slice() {
        return Math.max(1, flow.rate() / SLICES);
    }

    private void refill() {
        long now = System.nanoTime();
        allowance = Math.min((double) slice(), allowance + (double) (now - refilled) / SECOND * (double) flow.rate());
        refilled = now;
    }
}
