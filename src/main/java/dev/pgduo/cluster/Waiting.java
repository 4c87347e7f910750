package dev.pgduo.cluster;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One wait for a condition: what for, how long at most, and what was last seen.
 *
 * @param purpose what follows "could not", such as {@code start server}
 * @param deadline when to give up
 * @param lastAnswer what the last look saw, for the report
 */
record Waiting(String purpose, Deadline deadline, Supplier<String> lastAnswer) {
    private static final long STEP_MILLIS = 2;

    /**
     * Looks every 2 ms until the condition holds.
     *
     * @throws LabException when the deadline passes or this thread is interrupted
     */
    void until(BooleanSupplier condition) {
        long end = System.nanoTime() + deadline.limit().toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new LabException(ErrorReport.error("could not " + purpose + " within "
                                + deadline.limit().toMillis() + " ms")
                        .detail("Last seen: " + lastAnswer.get()));
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling the wait to " + purpose + " due to user request"), e);
        }
    }

    /** The dots that pg_ctl prints: one at once and one for each full second. */
    static String dots(Duration elapsed) {
        return ".".repeat((int) elapsed.toSeconds() + 1);
    }
}
