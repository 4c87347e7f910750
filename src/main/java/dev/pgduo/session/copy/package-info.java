/** psql's own COPY: {@code \copy} between the server and files, programs and streams of the client. */
@NullMarked
package dev.pgduo.session.copy;

import org.jspecify.annotations.NullMarked;
