/** Where a lab lives: its directory, lock, state and ports, and throw-away places. */
@NullMarked
package dev.pgduo.lab.place;

import org.jspecify.annotations.NullMarked;
