/** A server's messages as psql prints them: how verbose, with what context, and where in the query. */
@NullMarked
package dev.pgduo.session.message;

import org.jspecify.annotations.NullMarked;
