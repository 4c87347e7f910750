package dev.pgduo.shell.script;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings for playing labs in parallel.
 *
 * @param jobs the number of labs at the same time, 1 and up
 * @param limit the total duration
 */
record Crew(int jobs, Optional<Duration> limit) {}
