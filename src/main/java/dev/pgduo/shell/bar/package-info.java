/** The status bar under the prompt: what it says of the two nodes, and the watch that feeds it. */
@NullMarked
package dev.pgduo.shell.bar;

import org.jspecify.annotations.NullMarked;
