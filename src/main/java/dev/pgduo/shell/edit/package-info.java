/** Editing a node's configuration files in the terminal: the editor, the check, and what comes of it. */
@NullMarked
package dev.pgduo.shell.edit;

import org.jspecify.annotations.NullMarked;
