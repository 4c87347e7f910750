package dev.pgduo.replay;

import dev.pgduo.lab.session.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a statement that the lab file shows without output really waits: the next step must find it in the lock's queue.
 * Short waits within its work do not count, and on a busy machine it may take a while until it waits.
 */
final class UntilBlocked {
    /** A wait of any kind that has lasted this long counts. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Duration patience;
    private @Nullable String event;
    private long since;
    private long working;

    /**
     * A wait for one statement.
     *
     * @param patience how long the statement may run without waiting, after the server has begun with it; at least a second
     */
    UntilBlocked(Duration patience) {
        this.patience = patience.compareTo(SETTLED) < 0 ? SETTLED : patience;
    }

    /**
     * Whether the next step may begin, according to this observation.
     *
     * @param now the time as {@link System#nanoTime()}
     * @param waiting the statement's present wait
     * @param begun whether the server has begun with the statement
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
