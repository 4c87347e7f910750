/** The majors of PostgreSQL: versions, sets of versions, features, and renamed objects. */
@NullMarked
package dev.pgduo.version;

import org.jspecify.annotations.NullMarked;
