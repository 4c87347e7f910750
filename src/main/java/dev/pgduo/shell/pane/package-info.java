/** The panes of a lab's nodes: SQL sessions and OS prompts, the commands that open them, and the recording of what happens. */
@NullMarked
package dev.pgduo.shell.pane;

import org.jspecify.annotations.NullMarked;
