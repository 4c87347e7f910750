/** The user interface: commands, prompts, completion. It calls the other packages and prints. */
@NullMarked
package dev.pgduo.shell;

import org.jspecify.annotations.NullMarked;
