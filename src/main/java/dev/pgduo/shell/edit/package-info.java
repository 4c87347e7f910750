/** Editing a node's configuration files on the terminal: editors, the check by the server, and the result. */
@NullMarked
package dev.pgduo.shell.edit;

import org.jspecify.annotations.NullMarked;
