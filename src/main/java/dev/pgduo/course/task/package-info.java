/** Whether a task is done: its checks, asked of a lab through connections of their own. */
@NullMarked
package dev.pgduo.course.task;

import org.jspecify.annotations.NullMarked;
