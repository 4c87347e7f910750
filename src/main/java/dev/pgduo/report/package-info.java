/** Errors for a person: message, DETAIL, HINT and position, in PostgreSQL's style. */
@NullMarked
package dev.pgduo.report;

import org.jspecify.annotations.NullMarked;
