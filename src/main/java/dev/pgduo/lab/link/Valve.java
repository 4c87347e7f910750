package dev.pgduo.lab.link;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** One direction of the link, for all connections: how it flows, and how much has. Thread-safe. */
final class Valve {
    private static final long SECOND = 1_000_000_000;

    /** So many times a second something goes on where the rate is limited. */
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

    /** Has everybody who waits look again. */
    synchronized void wake() {
        notifyAll();
    }

    void received(int bytes) {
        received.addAndGet(bytes);
    }

    /** Bytes that were read. */
    long received() {
        return received.get();
    }

    /** Bytes that went on, or may: when nothing goes on any more, this is the last number at once. */
    long sent() {
        return sent.get();
    }

    /** Waits while nothing goes on, unless there is no use in waiting. */
    synchronized void awaitOpen(BooleanSupplier useless) throws InterruptedException {
        while (flow.held() && !useless.getAsBoolean()) {
            wait();
        }
    }

    /**
     * Waits until what has come may go on.
     *
     * @param arrived when it came, by the clock of {@link System#nanoTime()}
     * @param chance from -1 to 1
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

    /** Waits until some of so many bytes may go on; says how many. */
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
