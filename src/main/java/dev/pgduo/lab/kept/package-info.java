/** Data directories that commands have replaced; they are kept for a while, and restored by {@code undo}. */
@NullMarked
package dev.pgduo.lab.kept;

import org.jspecify.annotations.NullMarked;
