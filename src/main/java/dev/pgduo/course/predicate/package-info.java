/** The predicates of a task's checks as data, parsed and written; no server is queried here. */
@NullMarked
package dev.pgduo.course.predicate;

import org.jspecify.annotations.NullMarked;
