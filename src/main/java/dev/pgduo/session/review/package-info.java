/** What a script for psql would do outside the database, found without running it. */
@NullMarked
package dev.pgduo.session.review;

import org.jspecify.annotations.NullMarked;
