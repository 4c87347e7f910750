package dev.pgduo.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks until the answer is the wanted one, for ten seconds at most. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Eventually() {}

    /** The last answer. */
    static @Nullable String text(Supplier<@Nullable String> question, String wanted) {
        long end = System.nanoTime() + LIMIT.toNanos();
        String answer = question.get();
        while (!Objects.equals(answer, wanted) && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
            answer = question.get();
        }
        return answer;
    }
}
