/** Sends queries, and prints or uses their results. */
@NullMarked
package dev.pgduo.session.query;

import org.jspecify.annotations.NullMarked;
