/** The progress of students in the tasks of labs, kept between runs. */
@NullMarked
package dev.pgduo.course.progress;

import org.jspecify.annotations.NullMarked;
