/** Finds what a lab file would do outside of its lab, for a person to read before it is played. */
@NullMarked
package dev.pgduo.replay.review;

import org.jspecify.annotations.NullMarked;
