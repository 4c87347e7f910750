package dev.pgduo.lab;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waiting for a condition that only asking can tell, with short steps and a deadline.
 *
 * @param step time between two questions
 * @param limit how long to ask at the most
 */
record Pause(Duration step, Duration limit) {
    /** Asks until the answer is true; false when the limit came first. An interrupt ends the wait and stays set. */
    boolean until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || !nap()) {
                return false;
            }
        }
        return true;
    }

    private boolean nap() {
        try {
            Thread.sleep(step.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
