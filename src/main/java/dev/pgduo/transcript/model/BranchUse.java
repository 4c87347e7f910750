package dev.pgduo.transcript.model;

/**
 * Whether a branch applied in one environment; branches within one that did not apply are not listed.
 *
 * @param line the line of its {@code %if}, {@code %elif} or {@code %else}, from 1
 * @param used whether its lines were used
 */
public record BranchUse(int line, boolean used) {}
