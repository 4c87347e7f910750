/** A lab for a student: its text, the live prompt with a task in view, and what has become of the tasks. */
@NullMarked
package dev.pgduo.shell.learn;

import org.jspecify.annotations.NullMarked;
