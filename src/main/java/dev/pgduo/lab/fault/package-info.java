/** Failures on purpose: what a fault is, what it needs to know, the evidence that it happened, and what the lab keeps of one that stands. */
@NullMarked
package dev.pgduo.lab.fault;

import org.jspecify.annotations.NullMarked;
