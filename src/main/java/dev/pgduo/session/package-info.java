/** psql's functions without its program: statements, backslash commands, and their output. */
@NullMarked
package dev.pgduo.session;

import org.jspecify.annotations.NullMarked;
