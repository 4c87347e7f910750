package dev.pgduo.transcript.model;

import dev.pgduo.version.ServerVersion;
import java.util.function.Predicate;

/**
 * What conditions ask about.
 *
 * @param pg the servers' version
 * @param os {@code linux}, {@code macos} or {@code windows}
 * @param tools whether a program such as {@code pg_rewind} can be run
 */
public record Environment(ServerVersion pg, String os, Predicate<String> tools) {}
