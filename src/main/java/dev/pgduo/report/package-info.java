/** What a person is told when something is wrong: message, DETAIL, HINT and position, in PostgreSQL's style. */
@NullMarked
package dev.pgduo.report;

import org.jspecify.annotations.NullMarked;
