/** Writes lab files: the text of one that was read, with new output, and of one that is recorded. */
@NullMarked
package dev.pgduo.transcript.write;

import org.jspecify.annotations.NullMarked;
