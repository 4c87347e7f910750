package dev.pgduo.cluster.quantity;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One wait for what only asking can tell: what for, how long at most, and what the last answer was. Every such wait ends at once
 * when its thread is interrupted, and says so.
 *
 * @param purpose what follows "could not" and "the wait to", such as {@code start server}
 * @param deadline when to give up
 * @param lastAnswer what the last look saw, for the report
 */
public record Wait(String purpose, Deadline deadline, Supplier<String> lastAnswer) {
    private static final long SHORTEST_MILLIS = 2;
    private static final long LONGEST_MILLIS = 50;

    /** A wait whose last answer its caller knows better. */
    public static Wait to(String purpose, Duration limit) {
        return new Wait(purpose, new Deadline(limit), () -> "nothing");
    }

    /**
     * Asks until the answer is true.
     *
     * @throws LabException when the deadline passes or this thread is interrupted
     */
    public void until(BooleanSupplier question) {
        if (!comesTrue(question)) {
            throw new LabException(ErrorReport.error("could not " + purpose + " within "
                            + deadline.limit().toMillis() + " ms")
                    .detail("Last seen: " + lastAnswer.get()));
        }
    }

    /**
     * Asks until the answer is true, after each answer pausing as long as it took to come; false when the deadline passes first.
     *
     * @throws LabException when this thread is interrupted, which it stays
     */
    public boolean comesTrue(BooleanSupplier question) {
        long start = System.nanoTime();
        long asked = start;
        while (!question.getAsBoolean()) {
            long now = System.nanoTime();
            if (now - start > deadline.limit().toNanos()) {
                return false;
            }
            pause((now - asked) / 1_000_000);
            asked = System.nanoTime();
        }
        return true;
    }

    private void pause(long millis) {
        try {
            Thread.sleep(Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, millis)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling the wait to " + purpose + " due to user request"), e);
        }
    }

    /** The dots that pg_ctl prints: one at once and one for each full second. */
    public static String dots(Duration elapsed) {
        return ".".repeat((int) elapsed.toSeconds() + 1);
    }
}
