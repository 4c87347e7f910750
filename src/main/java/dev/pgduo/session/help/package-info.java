/** What {@code \?} and {@code \h} print: psql 15's own help, from resources. */
@NullMarked
package dev.pgduo.session.help;

import org.jspecify.annotations.NullMarked;
