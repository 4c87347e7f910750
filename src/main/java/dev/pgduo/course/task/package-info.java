/** Evaluates a task's checks on a lab, through connections of its own. */
@NullMarked
package dev.pgduo.course.task;

import org.jspecify.annotations.NullMarked;
