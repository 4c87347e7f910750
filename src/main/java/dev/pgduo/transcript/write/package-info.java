/** Writes lab files: parsed ones with new output, and recorded ones. */
@NullMarked
package dev.pgduo.transcript.write;

import org.jspecify.annotations.NullMarked;
