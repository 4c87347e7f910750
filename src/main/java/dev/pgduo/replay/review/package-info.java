/** What a lab file would do beyond its lab, for a person to read before it is played. */
@NullMarked
package dev.pgduo.replay.review;

import org.jspecify.annotations.NullMarked;
