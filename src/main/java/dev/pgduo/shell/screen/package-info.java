/** Output on the terminal, in the layout of a lab file. */
@NullMarked
package dev.pgduo.shell.screen;

import org.jspecify.annotations.NullMarked;
