/** The commands that work on the lab: thin, they parse, call the lab, and print. */
@NullMarked
package dev.pgduo.shell.lab;

import org.jspecify.annotations.NullMarked;
