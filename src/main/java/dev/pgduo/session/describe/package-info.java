/** The {@code \d} family: descriptions of a database's objects from the server's catalogs, printed as by psql 15. */
@NullMarked
package dev.pgduo.session.describe;

import org.jspecify.annotations.NullMarked;
