package dev.pgduo.wire;

import java.time.Duration;

/** How long to wait for a server; zero means for ever. */
public record Timeouts(Duration connect, Duration answer) {
    /** What a person's session uses: the network's own limits. */
    public static final Timeouts NONE = new Timeouts(Duration.ZERO, Duration.ZERO);
}
