/** psql without the program: statements, meta-commands, and what a person sees of them. */
@NullMarked
package dev.pgduo.session;

import org.jspecify.annotations.NullMarked;
