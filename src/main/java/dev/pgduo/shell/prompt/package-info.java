/** The loops that read lines from a person or a pipe, and the panes that run them. */
@NullMarked
package dev.pgduo.shell.prompt;

import org.jspecify.annotations.NullMarked;
