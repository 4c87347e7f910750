/** Transcripts that others have published, as lab files: prompts of all kinds become the lab's two nodes and their sessions. */
@NullMarked
package dev.pgduo.transcript.foreign;

import org.jspecify.annotations.NullMarked;
