package dev.pgduo.lab;

import java.time.Duration;

/**
 * A wait that pgduo added by itself.
 *
 * @param condition what was waited for, as a phrase: {@code b has replayed 0/3000148}
 * @param elapsed how long it took
 * @param met false when the wait was ended without success
 */
public record Waited(String condition, Duration elapsed, boolean met) {
    /** One line for {@code --verbose}: the phrase and the time in milliseconds. */
    public String line() {
        return "waited %.1f ms until %s%s".formatted(elapsed.toNanos() / 1e6, condition, met ? "" : " (given up)");
    }
}
