/** What students have done, as files that graders read. */
@NullMarked
package dev.pgduo.course.outcome;

import org.jspecify.annotations.NullMarked;
