package dev.pgduo.replay;

import java.time.Duration;
import java.util.Optional;

/**
 * How strictly a lab file is played.
 *
 * @param strict whether a step fails when its expected output is missing in the file
 * @param failFast whether the play ends after a step that failed
 * @param retry how long reads are repeated, instead of the front matter's value
 * @param updating whether differences will be written to the file: timelines are then taken as they are
 */
public record PlayOptions(boolean strict, boolean failFast, Optional<Duration> retry, boolean updating) {
    /** The lab file's own options. */
    public static final PlayOptions STANDARD = new PlayOptions(false, false, Optional.empty(), false);
}
