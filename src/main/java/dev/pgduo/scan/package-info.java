/** Lexers of what people type, each once: SQL by psql's rules, backslash commands, shell words, COPY rows. */
@NullMarked
package dev.pgduo.scan;

import org.jspecify.annotations.NullMarked;
