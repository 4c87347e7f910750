/** Imports published transcripts as lab files, and assigns their prompts to the lab's nodes and sessions. */
@NullMarked
package dev.pgduo.transcript.foreign;

import org.jspecify.annotations.NullMarked;
