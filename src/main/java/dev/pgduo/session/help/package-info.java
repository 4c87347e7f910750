/** The output of {@code \?} and {@code \h}: psql 15's own help, from resources. */
@NullMarked
package dev.pgduo.session.help;

import org.jspecify.annotations.NullMarked;
