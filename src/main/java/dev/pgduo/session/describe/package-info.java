/** The {@code \d} family: what a database has in it, asked of the server's catalogs and printed as psql 15 does. */
@NullMarked
package dev.pgduo.session.describe;

import org.jspecify.annotations.NullMarked;
