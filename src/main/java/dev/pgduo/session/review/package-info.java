/** Finds out what a psql script would do outside of the database, without running it. */
@NullMarked
package dev.pgduo.session.review;

import org.jspecify.annotations.NullMarked;
