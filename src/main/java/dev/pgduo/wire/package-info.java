/** The client side of PostgreSQL's protocol: connection options, TLS, login, messages, ping. */
@NullMarked
package dev.pgduo.wire;

import org.jspecify.annotations.NullMarked;
