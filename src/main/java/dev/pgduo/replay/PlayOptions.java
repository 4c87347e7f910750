package dev.pgduo.replay;

import java.time.Duration;
import java.util.Optional;

/**
 * How strictly a lab file is played.
 *
 * @param strict whether a step fails of which the output is not written
 * @param failFast whether nothing more is run after a step that failed
 * @param retry how long reads are tried again, whatever the front matter says
 * @param updating whether what differs is going to be written: then timelines are those that came
 */
public record PlayOptions(boolean strict, boolean failFast, Optional<Duration> retry, boolean updating) {
    /** What the lab file says. */
    public static final PlayOptions STANDARD = new PlayOptions(false, false, Optional.empty(), false);
}
