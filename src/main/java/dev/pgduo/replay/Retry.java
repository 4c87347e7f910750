package dev.pgduo.replay;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;

/** The pauses between attempts at a read, which grow, up to a limit since the step's begin. */
final class Retry {
    private static final Duration FIRST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final long deadline;
    private Duration pause = FIRST;
    private int tries;

    /**
     * The pauses of one step.
     *
     * @param limit zero for no second attempt
     * @param start when the step began, as {@link System#nanoTime}
     */
    Retry(Duration limit, long start) {
        this.deadline = start + limit.toNanos();
    }

    /**
     * Waits before the next attempt; returns false when the limit is reached.
     *
     * @throws LabException when the thread is interrupted: the result so far is no verdict
     */
    boolean again() {
        if (System.nanoTime() + pause.toNanos() > deadline) {
            return false;
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling the step due to user request"), e);
        }
        tries++;
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        return true;
    }

    int tries() {
        return tries;
    }
}
