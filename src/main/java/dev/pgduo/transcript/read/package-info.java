/** Parses a lab file's text without losing any of it, and reports every error with line and column. */
@NullMarked
package dev.pgduo.transcript.read;

import org.jspecify.annotations.NullMarked;
