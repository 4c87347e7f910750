package dev.pgduo.export.junit;

import java.time.Duration;
import java.util.Optional;

/**
 * One step as a test.
 *
 * @param name what the step does, with its line number
 * @param elapsed how long it took
 * @param failure the text of a failure; empty when it passed or was skipped
 * @param skipped whether it was not run
 * @param output remarks for the reader, such as the reasons of adaptations; may be empty
 */
public record TestCase(String name, Duration elapsed, Optional<String> failure, boolean skipped, String output) {}
