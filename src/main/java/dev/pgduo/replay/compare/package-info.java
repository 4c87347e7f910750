/**
 * Compares what came with what a lab file expects: volatile classes, psql tables by their cells, pattern lines,
 * declared adaptations; and what follows from it: diff, update, capture. Pure text in and out.
 */
@NullMarked
package dev.pgduo.replay.compare;

import org.jspecify.annotations.NullMarked;
