/** The interfaces between a session and its environment, and its output. */
@NullMarked
package dev.pgduo.session.host;

import org.jspecify.annotations.NullMarked;
