package dev.pgduo.junit;

import dev.pgduo.replay.result.StepOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A step of a lab that is being played.
 *
 * @param lab as its file was named
 * @param outcome comes when the step has ended
 */
record RunningStep(String lab, String name, int line, CompletableFuture<StepOutcome> outcome) {
    /**
     * Waits for its end.
     *
     * @throws org.opentest4j.AssertionFailedError when it failed
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
