package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.PseudoTerminal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a running line is observed.
 *
 * @param limit the time after which it is ended; empty for no limit
 * @param listener hears each line that a program in the real shell prints, when it is printed; the lines are in the result as
 * well; called on any thread
 * @param person hears what a program shows on the person's terminal, where a line has one
 */
public record OsWatch(Optional<Duration> limit, Consumer<String> listener, Optional<PseudoTerminal.Listener> person) {
    /** No observer and no time limit. */
    public static final OsWatch NONE = new OsWatch(Optional.empty(), line -> {});

    /** An observer without a terminal. */
    public OsWatch(Optional<Duration> limit, Consumer<String> listener) {
        this(limit, listener, Optional.empty());
    }

    /** The same with one more listener. */
    OsWatch also(Consumer<String> other) {
        return new OsWatch(limit, listener.andThen(other), person);
    }
}
