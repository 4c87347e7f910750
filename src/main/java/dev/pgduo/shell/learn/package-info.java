/** Labs for students: text, the live prompt with a task, and progress. */
@NullMarked
package dev.pgduo.shell.learn;

import org.jspecify.annotations.NullMarked;
