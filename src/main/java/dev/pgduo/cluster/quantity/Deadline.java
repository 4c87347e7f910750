package dev.pgduo.cluster.quantity;

import java.time.Duration;

/**
 * How long an operation waits.
 *
 * @param limit more than zero
 */
public record Deadline(Duration limit) {
    /** 60 seconds, as in pg_ctl. */
    public static final Deadline DEFAULT = new Deadline(Duration.ofSeconds(60));

    public Deadline {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a deadline lies in the future: " + limit);
        }
    }

    public static Deadline seconds(long seconds) {
        return new Deadline(Duration.ofSeconds(seconds));
    }
}
