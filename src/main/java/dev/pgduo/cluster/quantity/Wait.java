package dev.pgduo.cluster.quantity;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A wait for a condition that has to be polled. It ends at once with an exception when its thread is interrupted.
 *
 * @param purpose the words after "could not" and "the wait to" in messages, such as {@code start server}
 * @param deadline the time limit
 * @param lastAnswer the last observation, for the error
 */
public record Wait(String purpose, Deadline deadline, Supplier<String> lastAnswer) {
    private static final long SHORTEST_MILLIS = 2;
    private static final long LONGEST_MILLIS = 50;

    /** A wait without a last observation, for {@link #comesTrue}. */
    public static Wait to(String purpose, Duration limit) {
        return new Wait(purpose, new Deadline(limit), () -> "nothing");
    }

    /**
     * Polls until the condition is true.
     *
     * @throws LabException when the time limit is reached, or this thread is interrupted
     */
    public void until(BooleanSupplier question) {
        if (!comesTrue(question)) {
            throw new LabException(ErrorReport.error("could not " + purpose + " within "
                            + deadline.limit().toMillis() + " ms")
                    .detail("Last seen: " + lastAnswer.get()));
        }
    }

    /**
     * Polls until the condition is true; pauses after each check as long as the check took. Returns false when the time limit
     * is reached.
     *
     * @throws LabException when this thread is interrupted; its interrupt status stays set
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

    /** The dots that pg_ctl prints while it waits: one at once and one for each full second. */
    public static String dots(Duration elapsed) {
        return ".".repeat((int) elapsed.toSeconds() + 1);
    }
}
