@NullMarked
package dev.pgduo.course.predicate;

import org.jspecify.annotations.NullMarked;
