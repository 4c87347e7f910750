/** What is printed, in the layout of a transcript. */
@NullMarked
package dev.pgduo.shell.screen;

import org.jspecify.annotations.NullMarked;
