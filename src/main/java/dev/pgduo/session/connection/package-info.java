/** A connection to a server: pgjdbc logs in, then the simple-query protocol is spoken on its socket. */
@NullMarked
package dev.pgduo.session.connection;

import org.jspecify.annotations.NullMarked;
