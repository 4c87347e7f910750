package dev.pgduo.replay;

import dev.pgduo.lab.session.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The wait until a statement that a lab file shows without output really waits for something: the next step must find it in the
 * queue. A wait that comes and goes in the middle of its work does not count, and on a busy machine it may take its time to begin.
 */
final class UntilBlocked {
    /** A wait of any kind that has lasted so long is what the lab file means. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Duration patience;
    private @Nullable String event;
    private long since;
    private long working;

    /**
     * A wait for one statement.
     *
     * @param patience how long it may work without waiting, once its server has begun with it; a second at least
     */
    UntilBlocked(Duration patience) {
        this.patience = patience.compareTo(SETTLED) < 0 ? SETTLED : patience;
    }

    /**
     * Whether the next step may come, as this look says.
     *
     * @param now by {@link System#nanoTime()}
     * @param waiting what the statement waits for now
     * @param begun whether its server has begun with it
     */
    boolean over(long now, Optional<Waiting> waiting, BooleanSupplier begun) {
        if (waiting.filter(Waiting::lasting).isPresent()) {
            return true;
        }
        String seen = waiting.map(Waiting::event).orElse(null);
        if (seen == null || !seen.equals(event)) {
            event = seen;
            since = now;
        } else if (now - since >= SETTLED.toNanos()) {
            return true;
        }
        if (working == 0 && (seen != null || begun.getAsBoolean())) {
            working = now;
        }
        return working != 0 && now - working >= patience.toNanos() && seen == null;
    }
}
