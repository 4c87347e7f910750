package dev.pgduo.walk;

import static org.assertj.core.api.Assertions.fail;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few short walks on the default server; {@code ./pgduo bench walk} goes much further. */
class WalkIT {
    private static final int STEPS = 50;
    private static final long SHRINKING_SECONDS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theLawsHold(long seed) {
        // Killing pgduo takes a process each time: the soak does that.
        Walker walker = new Walker("", false, 0, text -> {});
        Optional<Walker.Failure> failure = walker.random(seed, STEPS).failure();
        if (failure.isPresent()) {
            Walker.Failure shrunk = new Shrinker(walker, SHRINKING_SECONDS).shrink(failure.get());
            fail("seed " + seed + ", step " + failure.get().script().size() + ", "
                    + String.join("; ", failure.get().script()) + "\nshrunk: " + String.join("; ", shrunk.script())
                    + "\n" + shrunk.words());
        }
    }
}
