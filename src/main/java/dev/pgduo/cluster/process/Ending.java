package dev.pgduo.cluster.process;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteResultHandler;
import org.jspecify.annotations.Nullable;

/** The end of a command, reported at once: Commons Exec's own handler checks only every 50 ms. Thread-safe. */
final class Ending implements ExecuteResultHandler {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode;
    private volatile @Nullable ExecuteException problem;

    @Override
    public void onProcessComplete(int code) {
        exitCode = code;
        ended.countDown();
    }

    @Override
    public void onProcessFailed(ExecuteException failure) {
        exitCode = failure.getExitValue();
        problem = failure;
        ended.countDown();
    }

    void await() throws InterruptedException {
        ended.await();
    }

    int exitCode() {
        return exitCode;
    }

    Optional<ExecuteException> problem() {
        return Optional.ofNullable(problem);
    }
}
