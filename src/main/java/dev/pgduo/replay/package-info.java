/** Plays a lab file on a lab, compares what comes with what was expected, and updates it. */
@NullMarked
package dev.pgduo.replay;

import org.jspecify.annotations.NullMarked;
