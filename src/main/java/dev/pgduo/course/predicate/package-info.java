/** What a task's check says about the lab: predicates as data, read from text and written back; no server is asked here. */
@NullMarked
package dev.pgduo.course.predicate;

import org.jspecify.annotations.NullMarked;
