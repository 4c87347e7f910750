/** From text to a transcript, lossless, with every problem at its line and column. */
@NullMarked
package dev.pgduo.transcript.read;

import org.jspecify.annotations.NullMarked;
