/** The progress of students in the formats of graders. */
@NullMarked
package dev.pgduo.course.outcome;

import org.jspecify.annotations.NullMarked;
