package dev.pgduo.replay;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;

/** Growing pauses between the tries of a read, up to a limit that counts from the step's start. */
final class Retry {
    private static final Duration FIRST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final long deadline;
    private Duration pause = FIRST;
    private int tries;

    /**
     * A limit for one step.
     *
     * @param limit zero for no second try
     * @param start {@link System#nanoTime} when the step began
     */
    Retry(Duration limit, long start) {
        this.deadline = start + limit.toNanos();
    }

    /**
     * Waits before the next try; false when there is no time for one.
     *
     * @throws LabException when the thread is interrupted: what was seen so far is no verdict
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
