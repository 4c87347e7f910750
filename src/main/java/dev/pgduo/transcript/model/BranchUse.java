package dev.pgduo.transcript.model;

/**
 * Whether a branch applied in one environment; a branch inside one that did not apply is not listed.
 *
 * @param line 1-based, of its {@code %if}, {@code %elif} or {@code %else}
 * @param used whether its lines were taken
 */
public record BranchUse(int line, boolean used) {}
