package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.PseudoTerminal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a line is watched while it runs.
 *
 * @param limit how long it may take before it is ended; empty for ever
 * @param listener who is told what a program in the real shell prints, while it comes, which the result has too; on any thread
 * @param person who is told what a program has shown on the person's terminal, where a line has that
 */
public record OsWatch(Optional<Duration> limit, Consumer<String> listener, Optional<PseudoTerminal.Listener> person) {
    /** By nobody, for as long as it takes. */
    public static final OsWatch NONE = new OsWatch(Optional.empty(), line -> {});

    /** One without a terminal. */
    public OsWatch(Optional<Duration> limit, Consumer<String> listener) {
        this(limit, listener, Optional.empty());
    }

    /** The same, with one more who is told. */
    OsWatch also(Consumer<String> other) {
        return new OsWatch(limit, listener.andThen(other), person);
    }
}
