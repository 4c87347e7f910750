/** Exports plays and lab files in other formats: documents, recordings of a terminal, scripts. */
@NullMarked
package dev.pgduo.export;

import org.jspecify.annotations.NullMarked;
