@NullMarked
package dev.pgduo.course.task;

import org.jspecify.annotations.NullMarked;
