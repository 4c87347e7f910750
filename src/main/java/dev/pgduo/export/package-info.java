/** Transcripts and results in other formats. */
@NullMarked
package dev.pgduo.export;

import org.jspecify.annotations.NullMarked;
