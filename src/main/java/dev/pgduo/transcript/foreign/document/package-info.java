/** Documents that people write tutorials in (Markdown, HTML, reStructuredText, AsciiDoc, plain text), cut into titles, prose and code. */
@NullMarked
package dev.pgduo.transcript.foreign.document;

import org.jspecify.annotations.NullMarked;
