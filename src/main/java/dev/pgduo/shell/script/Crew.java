package dev.pgduo.shell.script;

import java.time.Duration;
import java.util.Optional;

/**
 * How labs are played side by side.
 *
 * @param jobs how many at once, 1 and up
 * @param limit how long all together may take
 */
record Crew(int jobs, Optional<Duration> limit) {}
