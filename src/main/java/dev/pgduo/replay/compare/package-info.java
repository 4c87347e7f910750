/**
 * Compares actual with expected output: volatile classes, psql tables by their cells, pattern lines, known differences; and
 * derives diffs, updates and captures. It has no side effects.
 */
@NullMarked
package dev.pgduo.replay.compare;

import org.jspecify.annotations.NullMarked;
