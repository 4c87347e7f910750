/** A lab file as data: header, sections, steps, what they expect and under which conditions. */
@NullMarked
package dev.pgduo.transcript.model;

import org.jspecify.annotations.NullMarked;
