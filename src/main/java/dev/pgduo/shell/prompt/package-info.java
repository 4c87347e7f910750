/** The loops that read what a person or a pipe says, and the panes it goes to. */
@NullMarked
package dev.pgduo.shell.prompt;

import org.jspecify.annotations.NullMarked;
