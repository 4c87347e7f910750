/** Sending what was typed and printing what comes back. */
@NullMarked
package dev.pgduo.session.query;

import org.jspecify.annotations.NullMarked;
