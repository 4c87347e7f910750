package dev.pgduo.junit;

import dev.pgduo.replay.result.StepOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A step of a lab that is being played.
 *
 * @param lab the lab's name as it was given
 * @param outcome completed when the step has ended
 */
record RunningStep(String lab, String name, int line, CompletableFuture<StepOutcome> outcome) {
    /**
     * Waits for the step's end.
     *
     * @throws org.opentest4j.AssertionFailedError when it has failed
     * @throws org.opentest4j.TestAbortedException when it was not run
     */
    void check() throws Throwable {
        StepOutcome ended;
        try {
            ended = outcome.get();
        } catch (ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        StepVerdict.check(lab, ended);
    }
}
