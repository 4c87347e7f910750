/** From a transcript and what was seen back to text. */
@NullMarked
package dev.pgduo.transcript.write;

import org.jspecify.annotations.NullMarked;
