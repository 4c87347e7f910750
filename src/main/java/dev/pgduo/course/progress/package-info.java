/** What a student has done of a lab's tasks, kept between runs. */
@NullMarked
package dev.pgduo.course.progress;

import org.jspecify.annotations.NullMarked;
