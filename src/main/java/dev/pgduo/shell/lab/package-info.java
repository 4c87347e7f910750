/** The commands that work on the lab: they parse arguments, call the lab, and print. */
@NullMarked
package dev.pgduo.shell.lab;

import org.jspecify.annotations.NullMarked;
