/** One client of the server's protocol: conninfo, TLS, login, messages, ping; what talks to a server, and only that. */
@NullMarked
package dev.pgduo.wire;

import org.jspecify.annotations.NullMarked;
