/** Rewinds of generated divergences. */
@NullMarked
package dev.pgduo.cluster.rewind;

import org.jspecify.annotations.NullMarked;
