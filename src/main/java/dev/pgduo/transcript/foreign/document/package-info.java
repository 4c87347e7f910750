/**
 * Documents in formats of tutorials (Markdown, HTML, reStructuredText, AsciiDoc, plain text), split into titles, prose and
 * code.
 */
@NullMarked
package dev.pgduo.transcript.foreign.document;

import org.jspecify.annotations.NullMarked;
