/** Data directories that a verb replaced: kept for a while, and brought back by {@code undo}. */
@NullMarked
package dev.pgduo.lab.kept;

import org.jspecify.annotations.NullMarked;
