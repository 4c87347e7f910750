/** The format in which psql prints a server's messages: verbosity, context, and the position in the query. */
@NullMarked
package dev.pgduo.session.message;

import org.jspecify.annotations.NullMarked;
