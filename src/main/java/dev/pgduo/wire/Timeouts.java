package dev.pgduo.wire;

import java.time.Duration;

/**
 * How long to wait for a server; zero means without limit.
 *
 * @param connect for the connection to be made
 * @param answer for each message of the server; when zero, the login has the limit of connect
 */
public record Timeouts(Duration connect, Duration answer) {
    /** No limits but those of the network, as a person's session has it. */
    public static final Timeouts NONE = new Timeouts(Duration.ZERO, Duration.ZERO);
}
