/** The status bar under the prompt: its text, and the watch that updates it. */
@NullMarked
package dev.pgduo.shell.bar;

import org.jspecify.annotations.NullMarked;
