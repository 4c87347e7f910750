/**
 * Faults that are injected on purpose: their interface, their notes, the evidence that they happened, and the active faults of
 * a lab.
 */
@NullMarked
package dev.pgduo.lab.fault;

import org.jspecify.annotations.NullMarked;
