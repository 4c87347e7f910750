/** The data model of a lab file: header, sections, steps, their expected output and conditions. */
@NullMarked
package dev.pgduo.transcript.model;

import org.jspecify.annotations.NullMarked;
