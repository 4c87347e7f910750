/** Plays a lab file on a lab, compares the actual with the expected output, and updates it. */
@NullMarked
package dev.pgduo.replay;

import org.jspecify.annotations.NullMarked;
