/** The panes of a lab's nodes: SQL sessions and OS prompts, the commands that open them, and recordings. */
@NullMarked
package dev.pgduo.shell.pane;

import org.jspecify.annotations.NullMarked;
