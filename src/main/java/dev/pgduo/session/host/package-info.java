/** What a session asks of its surroundings, and where its output goes. */
@NullMarked
package dev.pgduo.session.host;

import org.jspecify.annotations.NullMarked;
